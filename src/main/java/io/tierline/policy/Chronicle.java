package io.tierline.policy;

import io.tierline.timeline.Entry;
import io.tierline.timeline.Kinds;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A course read again with notes of which entry did what. Made on demand: judging needs none of it,
 * and would be slower for it.
 */
final class Chronicle {

  /** An entry can begin a round and restart it at once. */
  private static final int ROUNDS_OF_AN_ENTRY = 3;

  /**
   * A span in which clocks stood still, by the entries at its ends.
   *
   * @param pause null if it is one in which a round was over before it was taken up again
   * @param turn whose turn it was; null if the pause doesn't say
   */
  record Spell(@Nullable String pause, @Nullable String turn, Entry began, @Nullable Entry ended) {}

  /** A promise, by the entry that brought it. */
  record Brought(Round.Held held, Entry entry, @Nullable String severity) {}

  /** What happened to a round. */
  static final class Notes {
    final List<Brought> promises = new ArrayList<>();
    final List<Spell> interruptions = new ArrayList<>();
    @Nullable Entry started;
    @Nullable Entry stopped;
    @Nullable Entry cancelled;
    private String turn = Inputs.NONE;
    private int resumed;
    private int revived;

    private void take(Round round, Entry entry, Course course) {
      started = started == null ? entry : started;
      round.promises.forEach(held -> bring(held, entry, course.severity().value()));
      if (stopped != null && resumed < round.gaps.size()) {
        resumed++;
        interruptions.add(new Spell(null, turn, stopped, entry));
        stopped = null;
      }
      if (cancelled != null && revived < round.lapses.size()) {
        revived++;
        interruptions.add(new Spell(null, null, cancelled, entry));
      }
      if (round.stopped != null && stopped == null) {
        stopped = entry;
        turn = course.turn();
      }
      cancelled = round.cancelled == null ? null : cancelled == null ? entry : cancelled;
    }

    /** A change of policy takes promises away that were made before it. */
    private void bring(Round.Held held, Entry entry, @Nullable String severity) {
      if (promises.stream().noneMatch(one -> one.held() == held)) {
        promises.add(new Brought(held, entry, severity));
      }
    }

    /** What brought a promise of the round. */
    Brought of(Round.Held held) {
      return promises.stream().filter(one -> one.held() == held).findFirst().orElseThrow();
    }
  }

  final Course course;
  final Turns turns = new Turns();
  private final Map<Round, Notes> rounds = new IdentityHashMap<>();
  private final Map<String, List<Spell>> spells = new LinkedHashMap<>();

  Chronicle(Course course) {
    this.course = course;
    course.pauses.keySet().forEach(name -> spells.put(name, new ArrayList<>()));
  }

  void take(Entry entry) {
    course.take(entry);
    turns.take(entry.at(), course);
    course.pauses.forEach((name, pause) -> note(name, pause, entry));
    for (ClockCourse clock : course.clocks) {
      int size = clock.rounds.size();
      // what an earlier policy had promised may concern every round
      int first = entry.kind().equals(Kinds.POLICY_CHANGED) ? 0 : size - ROUNDS_OF_AN_ENTRY;
      clock.rounds.subList(Math.max(0, first), size).stream()
          .forEach(round -> of(round).take(round, entry, course));
    }
  }

  private void note(String name, PauseCourse pause, Entry entry) {
    List<Spell> known = spells.get(name);
    boolean ran = !known.isEmpty() && known.getLast().ended() == null;
    if (pause.running() && !ran) {
      known.add(new Spell(name, pause.turn(), entry, null));
    } else if (!pause.running() && ran) {
      Spell last = known.removeLast();
      known.add(new Spell(name, last.turn(), last.began(), entry));
    }
  }

  /** What happened to a round. */
  Notes of(Round round) {
    return rounds.computeIfAbsent(round, unknown -> new Notes());
  }

  /** The spans of a named pause. */
  List<Spell> spells(String pause) {
    return spells.getOrDefault(pause, List.of());
  }
}
