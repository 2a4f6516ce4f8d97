package io.tierline.time;

import java.util.function.Function;

/** A figure that can be had only where a calendar is known. */
public sealed interface Reckoning<T> {

  /** The figure. */
  record Known<T>(T value) implements Reckoning<T> {}

  /**
   * It lies outside the dates for which the calendar is known.
   *
   * @param reason a sentence: "Expected ..., but ..."
   */
  record Unknown<T>(String reason) implements Reckoning<T> {}

  /** Goes on with the figure, if it is known. */
  default <R> Reckoning<R> then(Function<T, Reckoning<R>> next) {
    return switch (this) {
      case Known<T> known -> next.apply(known.value());
      case Unknown<T> unknown -> new Unknown<>(unknown.reason());
    };
  }
}
