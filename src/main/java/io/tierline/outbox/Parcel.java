package io.tierline.outbox;

import java.util.Map;

/**
 * One thing to be sent.
 *
 * @param lane the subject whose order it keeps, such as the ticket's number
 * @param destination the {@link Destination#name()} that takes it
 * @param urgency wakes and callouts go before events, events before starts
 * @param type what it is, such as {@code wake}; the destination knows its types
 * @param body JSON values
 */
public record Parcel(
    String lane, String destination, Urgency urgency, String type, Map<String, Object> body) {

  /** In which order a backlog is worked off, across lanes. */
  public enum Urgency {
    CALLOUT,
    WAKE,
    EVENT,
    START
  }
}
