package io.tierline.time;

/** What became of a calendar's description. */
public sealed interface Drafted {

  /** It makes a calendar. */
  record Usable(BusinessCalendar calendar) implements Drafted {}

  /**
   * It does not.
   *
   * @param reason a sentence: "Expected ..., but ..."
   */
  record Unusable(String reason) implements Drafted {}
}
