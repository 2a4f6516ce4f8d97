package io.tierline.cases;

import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every mutant of a pack before the pack's cases. */
final class MutationRun {

  private static final int MOST_KILLERS = 12;

  private final PackCases cases;
  private final Deque<Integer> killers = new ConcurrentLinkedDeque<>();

  MutationRun(PackCases cases) {
    this.cases = cases;
  }

  /** What became of a mutant. */
  enum Fate {
    REFUSED,
    KILLED,
    SURVIVED,
    /** It answers everything as the pack does, so it is none. */
    EQUAL
  }

  /**
   * A mutant and what became of it.
   *
   * @param by the case that turned red
   */
  record Outcome(Mutant mutant, Fate fate, @Nullable String by) {}

  /** The mutants of a pack, none twice. */
  static List<Mutant> mutants(PackFiles files) {
    List<Mutant> mutants = new ArrayList<>();
    files
        .files()
        .forEach(
            (file, text) -> {
              if (file.endsWith(".dmn")) {
                mutants.addAll(TableMutants.of(file, text));
              } else if (file.endsWith(".yaml")) {
                mutants.addAll(PolicyMutants.of(file, text));
              }
            });
    return List.copyOf(mutants);
  }

  /** Tries a mutant: first on the cases that name its clauses, then on those that killed lately. */
  Outcome outcome(Mutant mutant) {
    Trial trial = new Trial(cases, mutant);
    if (trial.isRefused()) {
      return new Outcome(mutant, Fate.REFUSED, null);
    }
    OptionalInt red = trial.firstRed(order(mutant, trial.affected()));
    if (red.isPresent()) {
      remember(red.getAsInt());
      return new Outcome(mutant, Fate.KILLED, cases.get(red.getAsInt()).name());
    }
    return new Outcome(mutant, spared(mutant, trial), null);
  }

  /** What proves clauses, one each: a mutant all of whose clauses are proven is not tried. */
  List<Proven> proofs() {
    Map<String, Proven> proofs = new TreeMap<>();
    for (Mutant mutant : mutants(cases.files())) {
      Trial trial = new Trial(cases, mutant);
      if (!proofs.keySet().containsAll(mutant.clauses()) && !trial.isRefused()) {
        proven(mutant, trial, trial.affected())
            .forEach(
                (clause, by) -> proofs.putIfAbsent(clause, new Proven(clause, mutant.path(), by)));
      }
    }
    return List.copyOf(proofs.values());
  }

  private Map<String, String> proven(Mutant mutant, Trial trial, BitSet affected) {
    Map<String, String> proven = new LinkedHashMap<>();
    for (String clause : mutant.clauses()) {
      trial
          .firstRed(cases.naming(clause, affected))
          .ifPresent(red -> proven.put(clause, cases.get(red).name()));
    }
    return proven;
  }

  private Fate spared(Mutant mutant, Trial trial) {
    if (trial.isEqual()) {
      return Fate.EQUAL;
    }
    return !mutant.ofTable() && Pack.compile(mutant.in(cases.files())) instanceof Rejected
        ? Fate.REFUSED
        : Fate.SURVIVED;
  }

  private int[] order(Mutant mutant, BitSet affected) {
    IntStream named =
        mutant.clauses().stream()
            .flatMapToInt(clause -> IntStream.of(cases.naming(clause, affected)));
    IntStream lately = List.copyOf(killers).stream().mapToInt(Integer::intValue);
    return IntStream.concat(named, IntStream.concat(lately, affected.stream()))
        .filter(affected::get)
        .distinct()
        .toArray();
  }

  private void remember(int number) {
    if (killers.remove(number) || killers.size() < MOST_KILLERS) {
      killers.addFirst(number);
    } else {
      killers.pollLast();
      killers.addFirst(number);
    }
  }
}
