package io.tierline.policy;

/** The answer to the question how a clock came to stand where it does. */
public sealed interface Explained {

  /** There is such a clock. */
  record Told(Explanation explanation) implements Explained {}

  /**
   * There is none.
   *
   * @param reason a sentence that names the clocks there are: "Expected ..., but ..."
   */
  record NoSuchClock(String reason) implements Explained {}
}
