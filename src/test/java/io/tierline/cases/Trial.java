package io.tierline.cases;

import io.tierline.cases.CaseFile.Case;
import io.tierline.policy.PackFiles;
import io.tierline.policy.PlainPack;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One mutant before the cases of its pack. */
final class Trial {

  private final PackCases cases;
  private final Mutant mutant;
  private final Map<Map<String, String>, Optional<PlainPack>> packs = new HashMap<>();
  private final Map<Integer, Boolean> red = new HashMap<>();

  Trial(PackCases cases, Mutant mutant) {
    this.cases = cases;
    this.mutant = mutant;
  }

  /** Whether the compiler notices. */
  boolean isRefused() {
    return pack(Map.of()).isEmpty();
  }

  /** Whether it is no change at all: other rows answer as the changed one did. */
  boolean isEqual() {
    return mutant.ofTable() && cases.meansTheSame(mutant.decision(), pack(Map.of()).orElseThrow());
  }

  /** The cases that can notice. */
  BitSet affected() {
    return mutant.ofTable()
        ? pack(Map.of()).map(pack -> cases.askingOtherwise(mutant, pack)).orElse(new BitSet())
        : cases.green();
  }

  /** The first of some cases that turns red. */
  OptionalInt firstRed(int[] numbers) {
    return IntStream.of(numbers).filter((IntPredicate) this::turnsRed).findFirst();
  }

  private boolean turnsRed(int number) {
    return red.computeIfAbsent(number, this::run);
  }

  private boolean run(int number) {
    Case example = cases.get(number);
    Optional<PlainPack> pack = pack(PackCases.readings(example));
    try {
      return pack.isEmpty() || !PureRun.holds(pack.get().pack(), example, cases.agreement(number));
    } catch (RuntimeException thrown) {
      return true;
    }
  }

  private Optional<PlainPack> pack(Map<String, String> readings) {
    return packs.computeIfAbsent(readings, this::compiled);
  }

  private Optional<PlainPack> compiled(Map<String, String> readings) {
    PackFiles files = mutant.in(cases.files());
    return cases.compiler().compile(readings.isEmpty() ? files : PackFolder.with(files, readings));
  }
}
