package io.tierline.policy;

import io.tierline.policy.Sheet.Input;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every combination of a table's inputs, class by class, numbered from 0. The first input leads:
 * beside each of its classes the others are divided only as far as the rows that are left tell
 * values apart, which keeps tables with many inputs small.
 */
final class Space {

  private final Sheet sheet;
  private final Axis lead;
  private final List<Axis[]> others = new ArrayList<>();
  private final long[] starts;

  Space(Sheet sheet) {
    this.sheet = sheet;
    BitSet all = new BitSet();
    all.set(0, sheet.rows().size());
    lead = new Axis(sheet.inputs().getFirst(), sheet.column(0), all);
    starts = new long[lead.size() + 1];
    for (int first = 0; first < lead.size(); first++) {
      BitSet left = lead.rows(first);
      Axis[] beside =
          sheet
              .columns()
              .skip(1)
              .mapToObj(column -> new Axis(input(column), sheet.column(column), left))
              .toArray(Axis[]::new);
      others.add(beside);
      starts[first + 1] = sum(starts[first], product(beside));
    }
  }

  private Input input(int column) {
    return sheet.inputs().get(column);
  }

  private static long product(Axis[] axes) {
    long product = 1;
    for (Axis axis : axes) {
      if (Math.multiplyHigh(product, axis.size()) != 0 || product * axis.size() < 0) {
        return Long.MAX_VALUE;
      }
      product *= axis.size();
    }
    return product;
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /** How many combinations there are; {@code Long.MAX_VALUE} if they can't be counted. */
  long size() {
    return starts[lead.size()];
  }

  /** The number of a combination; -1 if one of its values was never declared. */
  long indexOf(Map<String, Object> values) {
    int first = lead.classOf(values.get(input(0).name()));
    if (first < 0) {
      return -1;
    }
    Axis[] axes = others.get(first);
    long index = 0;
    for (int i = 0; i < axes.length; i++) {
      int number = axes[i].classOf(values.get(input(i + 1).name()));
      if (number < 0) {
        return -1;
      }
      index = index * axes[i].size() + number;
    }
    return starts[first] + index;
  }

  /** The rows, from 0, whose cells all hold. */
  BitSet rows(long index) {
    int[] classes = classes(index);
    BitSet rows = new BitSet();
    rows.or(lead.rows(classes[0]));
    for (int i = 1; i < classes.length; i++) {
      rows.and(axis(classes, i).rows(classes[i]));
    }
    return rows;
  }

  /** Values of a combination, by input, for the DMN engine. */
  Map<String, Object> sample(long index) {
    Map<String, Object> values = new LinkedHashMap<>();
    int[] classes = classes(index);
    sheet
        .columns()
        .forEach(
            i -> values.put(input(i).name(), Sheet.forEngine(axis(classes, i).sample(classes[i]))));
    return values;
  }

  /** A combination in words, such as {@code impact = unusable, workaround = none}. */
  String describe(long index) {
    int[] classes = classes(index);
    return IntStream.range(0, classes.length)
        .mapToObj(i -> axis(classes, i).describe(classes[i]))
        .collect(Collectors.joining(", "));
  }

  private Axis axis(int[] classes, int column) {
    return column == 0 ? lead : others.get(classes[0])[column - 1];
  }

  private int[] classes(long index) {
    int[] classes = new int[sheet.inputs().size()];
    while (index >= starts[classes[0] + 1]) {
      classes[0]++;
    }
    long rest = index - starts[classes[0]];
    for (int i = classes.length - 1; i > 0; i--) {
      Axis axis = axis(classes, i);
      classes[i] = (int) (rest % axis.size());
      rest /= axis.size();
    }
    return classes;
  }
}
