package io.tierline.policy;

import io.tierline.policy.Declaration.Tier;
import io.tierline.policy.WhoseTime.Turn;
import io.tierline.time.BusinessCalendar;
import io.tierline.time.Reckoning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose turn it was along a timeline, and what each party's time comes to. */
final class Turns {

  private static final String NOBODY = "nobody";
  private static final List<String> PARTIES =
      List.of("vendor", "reseller", "customer", Inputs.THIRD_PARTY, NOBODY);

  private record Since(Instant at, String party, Tier tier) {}

  private final List<Since> all = new ArrayList<>();

  /** Takes whose turn it is after what happened at an instant. */
  void take(Instant at, Course course) {
    Tier tier = course.handovers().tier();
    if (tier == null) {
      return;
    }
    String turn = course.turn();
    Since next = new Since(at, turn.equals(Inputs.NONE) ? NOBODY : turn, tier);
    if (all.isEmpty() || !same(all.getLast(), next)) {
      all.add(next);
    }
  }

  private static boolean same(Since one, Since other) {
    return one.party().equals(other.party()) && one.tier().equals(other.tier());
  }

  /**
   * What it comes to.
   *
   * @param calendars the calendars that tiers name; unknown where the terms don't bring them
   */
  WhoseTime until(Instant now, Function<String, Reckoning<BusinessCalendar>> calendars) {
    Map<String, Duration> shares = new LinkedHashMap<>();
    PARTIES.forEach(party -> shares.put(party, Duration.ZERO));
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Since since = all.get(i);
      Instant to = i + 1 < all.size() ? all.get(i + 1).at() : now;
      if (since.at().isBefore(to)) {
        turns.add(turn(since, to, shares, calendars));
      }
    }
    Instant from = all.isEmpty() ? null : all.getFirst().at();
    Map<String, String> words = new LinkedHashMap<>();
    shares.forEach((party, time) -> words.put(party, time.toString()));
    String whole = (from == null ? Duration.ZERO : Duration.between(from, now)).toString();
    return new WhoseTime(from, now, whole, words, List.copyOf(turns));
  }

  private static Turn turn(
      Since since,
      Instant to,
      Map<String, Duration> shares,
      Function<String, Reckoning<BusinessCalendar>> calendars) {
    Duration whole = Duration.between(since.at(), to);
    String calendar = calendar(since);
    Reckoning<BusinessCalendar> hours =
        calendar == null ? new Reckoning.Unknown<>("") : calendars.apply(calendar);
    Reckoning<Duration> open = hours.then(found -> found.between(since.at(), to));
    Duration closed =
        hours instanceof Reckoning.Known<BusinessCalendar> known
            ? closed(since.at(), to, known.value())
            : Duration.ZERO;
    Duration time = whole.minus(closed);
    shares.merge(since.party(), time, Duration::plus);
    shares.merge(NOBODY, closed, Duration::plus);
    return new Turn(
        since.at(),
        to,
        since.party(),
        since.tier().code(),
        time.toString(),
        closed.toString(),
        calendar,
        calendar != null && open instanceof Reckoning.Unknown<Duration> unknown
            ? unknown.reason()
            : null);
  }

  /** Closed hours as far as the calendar is known; what lies outside is nobody's excuse. */
  private static Duration closed(Instant from, Instant to, BusinessCalendar calendar) {
    Instant start = from.isBefore(calendar.knownFrom()) ? calendar.knownFrom() : from;
    Instant end = to.isAfter(calendar.knownTo()) ? calendar.knownTo() : to;
    return start.isBefore(end)
            && calendar.between(start, end) instanceof Reckoning.Known<Duration> open
        ? Duration.between(start, end).minus(open.value())
        : Duration.ZERO;
  }

  /** Only who is in charge has hours here: whom it waits for, the pack knows no calendar of. */
  private static @Nullable String calendar(Since since) {
    return since.party().equals(since.tier().side()) ? since.tier().calendar() : null;
  }
}
