package io.tierline.process;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the engine's refusal of a command means to us. */
enum Fault {
  NONE,
  BUSY,
  EXISTS,
  GONE,
  OTHER;

  /** Reads it from what the client threw, over gRPC or over REST. */
  static Fault of(Throwable thrown) {
    if ((thrown instanceof CompletionException || thrown instanceof ExecutionException)
        && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    return switch (thrown) {
      case ClientStatusException status -> of(status.getStatusCode());
      case StatusRuntimeException status -> of(status.getStatus().getCode());
      case ClientHttpException http -> of(http.code());
      default -> OTHER;
    };
  }

  private static Fault of(Status.Code code) {
    return switch (code) {
      case RESOURCE_EXHAUSTED -> BUSY;
      case ALREADY_EXISTS -> EXISTS;
      case NOT_FOUND -> GONE;
      default -> OTHER;
    };
  }

  private static Fault of(int code) {
    return switch (code) {
      case 429, 503 -> BUSY;
      case 404 -> GONE;
      default -> OTHER;
    };
  }
}
