package io.tierline.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans in which time does not count; a union, in order, without touching neighbours. */
public record Pauses(List<Pause> spans) {

  /** None. */
  public static final Pauses NONE = new Pauses(List.of());

  /**
   * A span that does not count.
   *
   * @param from included, UTC
   * @param to excluded, UTC; {@link Instant#MAX} while it has no end yet
   */
  public record Pause(Instant from, Instant to) {

    /** Whether it has no end yet. */
    public boolean openEnded() {
      return to.equals(Instant.MAX);
    }
  }

  /** Takes spans in any order; they may overlap, nest, touch or be empty. */
  public Pauses {
    spans = ordered(spans) ? List.copyOf(spans) : union(spans);
  }

  private static boolean ordered(List<Pause> spans) {
    Instant end = Instant.MIN;
    for (Pause pause : spans) {
      if (!end.isBefore(pause.from()) || !pause.from().isBefore(pause.to())) {
        return false;
      }
      end = pause.to();
    }
    return true;
  }

  /** What of them lies between two instants. */
  public Pauses within(Instant from, Instant to) {
    if (spans.isEmpty()) {
      return this;
    }
    List<Pause> clipped = new ArrayList<>(spans.size());
    for (Pause pause : spans) {
      Instant start = pause.from().isAfter(from) ? pause.from() : from;
      Instant end = pause.to().isBefore(to) ? pause.to() : to;
      if (start.isBefore(end)) {
        clipped.add(new Pause(start, end));
      }
    }
    return clipped.equals(spans) ? this : new Pauses(clipped);
  }

  /** Those of them that have an end. */
  public Pauses ended() {
    return spans.isEmpty() || !spans.getLast().openEnded()
        ? this
        : new Pauses(spans.subList(0, spans.size() - 1));
  }

  /** Whether one runs at the instant. */
  public boolean cover(Instant instant) {
    for (Pause pause : spans) {
      if (!pause.from().isAfter(instant) && pause.to().isAfter(instant)) {
        return true;
      }
    }
    return false;
  }

  private static List<Pause> union(List<Pause> spans) {
    List<Pause> union = new ArrayList<>();
    spans.stream()
        .filter(pause -> pause.from().isBefore(pause.to()))
        .sorted(Comparator.comparing(Pause::from))
        .forEach(
            pause -> {
              if (!union.isEmpty() && !union.getLast().to().isBefore(pause.from())) {
                Pause last = union.removeLast();
                Instant end = last.to().isAfter(pause.to()) ? last.to() : pause.to();
                union.add(new Pause(last.from(), end));
              } else {
                union.add(pause);
              }
            });
    return List.copyOf(union);
  }
}
