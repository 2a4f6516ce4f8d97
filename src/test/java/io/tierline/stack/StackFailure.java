package io.tierline.stack;

/** The stack can't run; the message alone says what was expected and what was found. */
public final class StackFailure extends RuntimeException {

  StackFailure(String message) {
    super(message);
  }

  StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
