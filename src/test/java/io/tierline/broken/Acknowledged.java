package io.tierline.broken;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What clients were told is recorded: their own log, the truth that the server is held to. */
final class Acknowledged {

  /**
   * An entry that the server said it had recorded.
   *
   * @param ticket the ticket's number
   * @param seq its place on the timeline
   * @param kind what was recorded
   * @param actor who recorded it
   */
  record Ack(String ticket, long seq, String kind, String actor) {}

  private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  void add(Ack ack) {
    acks.add(ack);
  }

  /** A client that never did anything wrong was told no. */
  void refused(String what) {
    refusals.add(what);
  }

  List<Ack> all() {
    return List.copyOf(acks);
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }
}
