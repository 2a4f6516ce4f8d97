package io.tierline.process;

import io.tierline.outbox.Destination.Busy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the engine's answer to a message means to the outbox. */
final class Acknowledged {

  private Acknowledged() {}

  static CompletableFuture<Void> by(CompletionStage<?> sent) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    sent.whenComplete(
        (answer, fault) -> {
          switch (fault == null ? Fault.NONE : Fault.of(fault)) {
            // The engine holds this very parcel already: a relay's second attempt.
            case NONE, EXISTS -> done.complete(null);
            case BUSY -> done.completeExceptionally(new Busy(String.valueOf(fault.getMessage())));
            default -> done.completeExceptionally(fault);
          }
        });
    return done;
  }
}
