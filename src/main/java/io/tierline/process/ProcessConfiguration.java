package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.tierline.ticket.Pressing;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ZeebeSettings.class)
class ProcessConfiguration {

  /**
   * Jobs of {@code judge} and {@code record} at once; each may wait for the database or a search.
   */
  private static final int ANSWERING = 8;

  /** Answers without waiting for anything, so two are plenty. */
  private static final int HANDING_OVER = 2;

  /** Starts under way: enough to keep an engine busy, too few for jobs to run out while waiting. */
  private static final int STARTS = 24;

  /**
   * While alarms press: they need the cores, but a ticket that is opened now isn't left waiting.
   */
  private static final int STARTS_BESIDE_ALARMS = 4;

  /** The larger share, where both press. */
  private static final int CALLOUTS = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean(destroyMethod = "")
  CamundaClient zeebeClient(ZeebeSettings settings) {
    return client(settings, ANSWERING);
  }

  /**
   * The client for {@code hand-over-key} alone. A client's workers share its threads: behind jobs
   * that wait for the exporter, a task would stay in completing, where a wake loses its act.
   */
  @Bean(destroyMethod = "", defaultCandidate = false)
  @Qualifier("handingOver")
  CamundaClient handingOver(ZeebeSettings settings) {
    return client(settings, HANDING_OVER);
  }

  @Bean
  Starting ticketStarts(
      CamundaClient zeebe,
      ZeebeSettings settings,
      Claims claims,
      Sent sent,
      Readiness readiness,
      Pressing alarms) {
    Pace pace = new Pace(sent, Starting.TICKET, () -> alarms.now() ? STARTS_BESIDE_ALARMS : STARTS);
    return new Starting(Starting.TICKETS, zeebe, settings, claims, sent, readiness, pace);
  }

  @Bean
  Starting calloutStarts(
      CamundaClient zeebe, ZeebeSettings settings, Claims claims, Sent sent, Readiness readiness) {
    Pace pace = new Pace(sent, Starting.INCIDENT, () -> CALLOUTS);
    return new Starting(Starting.CALLOUTS, zeebe, settings, claims, sent, readiness, pace);
  }

  /** Closes both clients before they would be closed by the context, which waits without end. */
  @Bean
  DisposableBean clientsEnd(
      CamundaClient zeebe, @Qualifier("handingOver") CamundaClient handingOver) {
    return () -> {
      Closing.within(PATIENCE, zeebe);
      Closing.within(PATIENCE, handingOver);
    };
  }

  private static CamundaClient client(ZeebeSettings settings, int threads) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(settings.grpc())
        .restAddress(settings.rest())
        .preferRestOverGrpc(false)
        .numJobWorkerExecutionThreads(threads)
        .build();
  }
}
