package io.tierline.policy;

import io.tierline.time.MinuteSteps;
import io.tierline.timeline.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A judge of one clock that knows nothing of sums: it walks a timeline of whole minutes, minute by
 * minute, and counts those in which the clock runs.
 */
final class MinuteJudge {

  private static final long MINUTE = 60_000;

  /** What was walked of one round. */
  static final class Walked {
    int counted;
    int paused;
    boolean stopped;
    private boolean resumable;
    private int gap;
  }

  /**
   * How a clock behaves, in words of the shipped pack.
   *
   * @param recurring whether an act of the vendor's begins another round, rather than ending it
   * @param asking whether it stands still while the reseller is asked
   */
  record Habits(boolean recurring, boolean asking) {}

  private final Habits habits;
  private final MinuteSteps open;
  private final List<Walked> rounds = new ArrayList<>();
  private final Set<String> pauses = new HashSet<>();

  /**
   * Judges by some habits.
   *
   * @param open the calendar's hours; null if the clock counts around the clock
   */
  MinuteJudge(Habits habits, MinuteSteps open) {
    this.habits = habits;
    this.open = open;
  }

  /** Walks entries in the order of their happening; the clock starts when Level 2 hands over. */
  MinuteJudge walk(List<Entry> entries, Instant now) {
    int next = 0;
    long from = entries.getFirst().at().toEpochMilli();
    for (long minute = from; minute <= now.toEpochMilli(); minute += MINUTE) {
      while (next < entries.size() && entries.get(next).at().toEpochMilli() == minute) {
        Entry entry = entries.get(next++);
        pause(entry.kind());
        if (entry.kind().equals("escalated") && "L2".equals(entry.by().tier())) {
          rounds.add(new Walked());
        } else if (!rounds.isEmpty()) {
          turn(entry.kind());
        }
      }
      if (minute < now.toEpochMilli()) {
        count(minute);
      }
    }
    return this;
  }

  List<Walked> rounds() {
    return rounds;
  }

  boolean paused() {
    return pauses.contains("failure") || (habits.asking() && pauses.contains("asked"));
  }

  private void pause(String kind) {
    switch (kind) {
      case "held" -> pauses.add("failure");
      case "resumed" -> pauses.remove("failure");
      case "information-requested" -> pauses.add("asked");
      case "information-provided" -> pauses.remove("asked");
      case "closed" -> pauses.clear();
      default -> {}
    }
  }

  private void turn(String kind) {
    Walked round = rounds.getLast();
    switch (kind) {
      case "replied", "information-requested" -> {
        if (habits.recurring() && !round.stopped) {
          round.stopped = true;
          rounds.add(new Walked());
        } else if (!habits.recurring()) {
          round.stopped = true;
          round.resumable = false;
        }
      }
      case "closed" -> {
        round.resumable = !round.stopped || round.resumable;
        round.stopped = true;
      }
      case "reopened" -> {
        if (round.stopped && round.resumable) {
          round.stopped = false;
          round.paused += round.gap;
          round.gap = 0;
        }
      }
      default -> {}
    }
  }

  private void count(long minute) {
    if (rounds.isEmpty() || (open != null && !open.open(minute))) {
      return;
    }
    Walked round = rounds.getLast();
    if (!round.stopped && !paused()) {
      round.counted++;
    } else if (!round.stopped) {
      round.paused++;
    } else {
      round.gap++;
    }
  }

  /** How long a round of it ran. */
  static Duration counted(Walked round) {
    return Duration.ofMinutes(round.counted);
  }
}
