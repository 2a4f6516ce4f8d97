package io.tierline.cases;

import io.tierline.cases.CaseFile.Case;
import io.tierline.policy.PackFiles;
import io.tierline.policy.PlainCompiler;
import io.tierline.policy.PlainPack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cases of one pack that hold, and what they ask its tables. */
final class PackCases {

  private final PackFiles files;
  private final PlainCompiler compiler;
  private final List<Case> cases;
  private final String agreement;
  private final BitSet green = new BitSet();
  private final Map<String, Map<List<Object>, Asked>> asked = new TreeMap<>();

  /**
   * A question to a table, its answer, and the numbers of the cases that ask it.
   *
   * @param row that answers; 0 if none does, or several may
   */
  private record Asked(Map<String, Object> values, int row, @Nullable Object answer, BitSet by) {

    /** Whether a change of a row can matter: an earlier row answers first, whatever comes later. */
    boolean minds(Mutant mutant) {
      return row == 0 || row == mutant.row() || mutant.ofCondition() && row > mutant.row();
    }
  }

  private PackCases(String pack, PackFiles files, List<Case> cases) {
    this.files = files;
    this.compiler = new PlainCompiler(files);
    this.cases = cases;
    this.agreement = CaseFolders.firstAgreement(pack);
  }

  /** Runs every case of a pack. */
  static PackCases of(String pack, PackFiles files) {
    return run(pack, files, false);
  }

  /** Runs every case of a pack and remembers what it asks. */
  static PackCases remembering(String pack, PackFiles files) {
    return run(pack, files, true);
  }

  private static PackCases run(String pack, PackFiles files, boolean remembers) {
    List<Case> cases =
        CaseFolders.files()
            .flatMap(file -> file.cases().stream())
            .filter(example -> example.pack().equals(pack))
            .toList();
    PackCases made = new PackCases(pack, files, cases);
    if (remembers) {
      made.ask();
    } else {
      made.run();
    }
    return made;
  }

  private void run() {
    Map<Map<String, String>, PlainPack> packs = new ConcurrentHashMap<>();
    IntStream.range(0, cases.size())
        .parallel()
        .filter(
            number -> {
              Case example = cases.get(number);
              PlainPack one = packs.computeIfAbsent(readings(example), this::shipped);
              return PureRun.holds(one.pack(), example, agreement(number));
            })
        .boxed()
        .toList()
        .forEach(green::set);
  }

  /** A pack remembers what it worked out, and would ask for the first case alone. */
  private void ask() {
    for (int number = 0; number < cases.size(); number++) {
      PlainPack one = shipped(readings(cases.get(number)));
      int asking = number;
      one.listen((decision, values) -> remember(asking, one, decision, values));
      green.set(number, PureRun.holds(one.pack(), cases.get(number), agreement(number)));
      one.listen(null);
    }
  }

  private PlainPack shipped(Map<String, String> readings) {
    return compiler
        .compile(readings.isEmpty() ? files : PackFolder.with(files, readings))
        .orElseThrow(
            () -> {
              PackFolder.compiled(readings.isEmpty() ? files : PackFolder.with(files, readings));
              return new AssertionError("Expected a pack that compiles, with " + readings);
            });
  }

  private void remember(int number, PlainPack pack, String decision, Map<String, Object> values) {
    List<String> inputs = pack.inputs(decision);
    List<Object> key = new ArrayList<>();
    inputs.forEach(input -> key.add(values.get(input)));
    Map<List<Object>, Asked> known = asked.computeIfAbsent(decision, none -> new LinkedHashMap<>());
    Asked one = known.get(key);
    if (one == null) {
      Map<String, Object> kept = new HashMap<>(values);
      kept.keySet().retainAll(inputs);
      one = new Asked(kept, pack.row(decision, kept), pack.answer(decision, kept), new BitSet());
      known.put(key, one);
    }
    one.by().set(number);
  }

  /**
   * The cases that ask a table something that it answers otherwise in a mutant; a run of the others
   * is the same to the last step, for judging is a pure function.
   */
  BitSet askingOtherwise(Mutant change, PlainPack mutant) {
    BitSet affected = new BitSet();
    for (Asked one : asked.getOrDefault(change.decision(), Map.of()).values()) {
      if (one.minds(change)
          && !Objects.equals(one.answer(), mutant.answer(change.decision(), one.values()))) {
        affected.or(one.by());
      }
    }
    affected.and(green);
    return affected;
  }

  /** Whether a table answers everything in a mutant as it does in the pack. */
  boolean meansTheSame(String decision, PlainPack mutant) {
    return mutant.means(decision, shipped(Map.of()));
  }

  /** The numbers of the cases that hold. */
  BitSet green() {
    return (BitSet) green.clone();
  }

  /** Those of some cases that name a clause. */
  int[] naming(String clause, BitSet among) {
    return among.stream().filter(number -> get(number).clauses().contains(clause)).toArray();
  }

  Case get(int number) {
    return cases.get(number);
  }

  PackFiles files() {
    return files;
  }

  PlainCompiler compiler() {
    return compiler;
  }

  String agreement(int number) {
    String own = get(number).agreement();
    return own == null ? agreement : own;
  }

  /** The cases that don't hold in the pack as it is. */
  List<String> red() {
    return IntStream.range(0, cases.size())
        .filter(number -> !green.get(number))
        .mapToObj(number -> get(number).name())
        .toList();
  }

  static Map<String, String> readings(Case example) {
    return example.readings() == null ? Map.of() : example.readings();
  }
}
