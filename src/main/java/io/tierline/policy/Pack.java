package io.tierline.policy;

import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor's policy in one version, compiled and immutable; judges timelines. Thread-safe. */
public interface Pack {

  /** Compiles the files of one pack, or says everything that is wrong with them. */
  static Compilation compile(PackFiles files) {
    return PackCompiler.compile(files, false);
  }

  /**
   * Compiles what an earlier server compiled and stored: without what is demanded of new packs
   * only, for tickets are pinned to it.
   */
  static Compilation recompile(PackFiles files) {
    return PackCompiler.compile(files, true);
  }

  /** The pack's id, such as {@code acme}. */
  String id();

  /** The pack's version, such as {@code 2020-10-02}. */
  String version();

  /** The files it was compiled from. */
  PackFiles files();

  /**
   * Judges a timeline: a pure function. Entries after {@code now} are ignored, and so are
   * consequences of earlier judgements.
   */
  Judgement judge(Timeline timeline, Instant now);

  /**
   * Whose time it was from the opening to an instant: a pure function, apart from judging, and no
   * part of what a judgement's {@code nextChangeAt} watches.
   */
  WhoseTime whoseTime(Timeline timeline, Instant now);

  /** How a clock came to stand where {@link #judge} says: a pure function, on demand. */
  Explained explain(Timeline timeline, Question question, Instant now);

  /**
   * What was promised in every round that a clock began, for the policy that a ticket is moved to:
   * a pure function.
   */
  List<Promised> promised(Timeline timeline, Instant now);

  /**
   * Whether somebody may record something now. Checks, in this order: the kind is known, its data
   * is what the pack declares, the actor may, the state allows, and for {@code closed} the ground
   * holds. For {@code opened} the timeline holds just the {@code observed} facts.
   */
  Admission admit(Timeline timeline, Proposal proposal, Instant now);

  /**
   * The contract terms that the pack ships for an agreement, as they enter the timeline; empty if
   * it ships none of this code.
   */
  Optional<Map<String, Object>> terms(String agreement);

  /**
   * What an agreement's terms lack that this pack leaves to them; empty if nothing.
   *
   * @return a sentence: "Expected ..., but ..."
   */
  Optional<String> lacking(Map<String, Object> terms);

  /**
   * Who may read what Tierline itself records of a kind: everybody on the ticket, unless the pack
   * says otherwise.
   */
  Visibility visibility(String kind);

  /** This pack, judging with other calendar data; without any until told. */
  Pack with(CalendarData data);

  /** What was added to its calendars. */
  CalendarData calendarData();

  /**
   * Whether a supplement goes on where one of its calendars ends, with what was added already.
   *
   * @param terms those of the supplement's agreement; empty if it names none
   */
  Fitting fit(Supplement supplement, Map<String, Object> terms);

  /** The open clocks that depend on how far a calendar is known: a pure function. */
  List<Ending> endings(Timeline timeline, Instant now);

  /**
   * Where a ticket stands in the order in which tickets are worked on: a pure function.
   *
   * @param openedAt when it was opened
   */
  Place place(Judgement judgement, Instant openedAt);

  /** What alerts of a monitoring become; empty if the pack takes none. */
  Optional<AlertRule> alerts();

  /** What those outside the vendor see of its tiers. */
  Faces faces();

  /** The codes, labels and texts of the pack, for forms, mails and the vocabulary. */
  Vocabulary vocabulary();
}
