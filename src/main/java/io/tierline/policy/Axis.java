package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One input's values in classes: values that no cell of its column tells apart are one class, so
 * proving and answering need one value of each.
 */
final class Axis {

  private static final int NAMED_AT_MOST = 3;

  private final Input input;
  private final Map<BitSet, Integer> classes = new HashMap<>();
  private final List<BitSet> rows = new ArrayList<>();
  private final List<List<Object>> members = new ArrayList<>();
  private final Map<Object, Integer> classByValue = new HashMap<>();
  private final NavigableMap<Long, Integer> classByLeast = new TreeMap<>();

  /**
   * An input beside others that are known.
   *
   * @param left the rows, from 0, that the others leave
   */
  Axis(Input input, List<Cell> column, BitSet left) {
    this.input = input;
    samples(input.domain(), column).forEach(value -> classify(value, column, left));
  }

  /** The number of classes. */
  int size() {
    return rows.size();
  }

  /** The class of a value; -1 if it was never declared. */
  int classOf(@Nullable Object value) {
    if (input.domain() instanceof Domain.Whole range) {
      return value instanceof Long whole && whole >= range.least() && whole <= range.most()
          ? classByLeast.floorEntry(whole).getValue()
          : -1;
    }
    Integer found = classByValue.get(value);
    return found == null ? -1 : found;
  }

  /** The rows, from 0, that are left when their cell has to hold for a class. */
  BitSet rows(int number) {
    return rows.get(number);
  }

  /** One value of a class. */
  Object sample(int number) {
    return members.get(number).getFirst();
  }

  /** A class in words, such as {@code impact = unusable}. */
  String describe(int number) {
    List<Object> values = members.get(number);
    String more = values.size() > NAMED_AT_MOST ? " or others" : "";
    return values.stream()
        .limit(NAMED_AT_MOST)
        .map(Object::toString)
        .collect(Collectors.joining(" or ", input.name() + " = ", more));
  }

  private void classify(Object value, List<Cell> column, BitSet left) {
    BitSet holding = new BitSet(column.size());
    left.stream().forEach(row -> holding.set(row, column.get(row).holds(value)));
    int number = classes.computeIfAbsent(holding, added -> rows.size());
    if (number == rows.size()) {
      rows.add(holding);
      members.add(new ArrayList<>());
    }
    members.get(number).add(value);
    if (value instanceof Long whole) {
      classByLeast.put(whole, number);
    } else {
      classByValue.put(value, number);
    }
  }

  /** Every value, or for numbers the least one of each stretch in which no cell changes. */
  private static Stream<?> samples(Domain domain, List<Cell> column) {
    return switch (domain) {
      case Domain.Codes codes -> codes.values().stream();
      case Domain.Flag flag -> Stream.of(false, true);
      case Domain.Whole range ->
          LongStream.concat(
                  LongStream.of(range.least()),
                  column.stream()
                      .flatMap(Cell::bounds)
                      .flatMapToLong(
                          bound ->
                              LongStream.of(
                                  bound.setScale(0, RoundingMode.CEILING).longValue(),
                                  bound.setScale(0, RoundingMode.FLOOR).longValue() + 1)))
              .filter(value -> value >= range.least() && value <= range.most())
              .distinct()
              .sorted()
              .boxed();
    };
  }
}
