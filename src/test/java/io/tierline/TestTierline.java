package io.tierline;

import io.tierline.stack.DevelopmentServer;
import io.tierline.stack.StackFailure;

/** {@code ./mvnw spring-boot:test-run}: everything up on this machine, with a demonstration. */
public final class TestTierline {

  private TestTierline() {}

  /** Starts everything with Spring Boot's arguments. */
  public static void main(String[] arguments) {
    try {
      DevelopmentServer.run(arguments);
    } catch (StackFailure e) {
      System.err.println(System.lineSeparator() + e.getMessage() + System.lineSeparator());
      System.exit(1);
    } catch (RuntimeException e) {
      System.exit(1); // Spring Boot has said why
    }
  }
}
