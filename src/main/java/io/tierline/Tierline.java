package io.tierline;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. One door, one judge, one way out: see the README for a ticket's way through it. */
// Modules name their types for themselves: two may have an Intake, so beans go by their full names.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Tierline {

  /** Starts the server with the given Spring Boot arguments. */
  public static void main(String[] args) {
    SpringApplication.run(Tierline.class, args);
  }

  /**
   * The only clock of the server, in UTC; tests and demonstrations put a movable one in its place.
   */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
