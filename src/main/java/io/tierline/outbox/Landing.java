package io.tierline.outbox;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How a send ended.
 *
 * @param epoch the {@link Window}'s epoch at departure
 * @param fault why it failed; null if the other side acknowledged it
 */
record Landing(Waiting parcel, int epoch, @Nullable Throwable fault) {

  Landing {
    while ((fault instanceof CompletionException || fault instanceof ExecutionException)
        && fault.getCause() != null) {
      fault = fault.getCause();
    }
  }

  boolean acknowledged() {
    return fault == null;
  }

  boolean busy() {
    return fault instanceof Destination.Busy;
  }
}
