package io.tierline.policy;

import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Timelines by a seed, as wild as the judge may meet them: nobody asked the door. Their agreements
 * bring calendars of all sorts, also such as end soon, open half an hour a week, or are missing.
 */
final class RandomTimelines {

  private static final List<Map<String, Object>> CALENDARS =
      List.of(
          calendar("America/Los_Angeles", week("09:00-17:00"), "2027-12-31"),
          calendar("Europe/Madrid", week("08:00-14:00", "15:00-18:00"), "2027-12-31"),
          calendar("Europe/Warsaw", Map.of("WED", List.of("10:00-10:30")), "2026-12-31"),
          calendar("Australia/Lord_Howe", week("22:00-06:00"), "2027-06-30"),
          calendar("Europe/Stockholm", week("00:00-24:00"), "2026-04-07"),
          calendar("UTC", Map.of("MON", List.of("09:00-17:00")), "2026-06-30"));

  private static final List<String> ACTS =
      List.of(
          "agent/L3 acknowledged",
          "agent/L3 replied",
          "incident-manager replied",
          "agent/L3 information-requested",
          "reseller/L2 information-provided",
          "agent/L3 held",
          "agent/L3 resumed",
          "agent/L3 workaround-provided",
          "reseller/L2 workaround-accepted",
          "reseller/L2 workaround-rejected",
          "agent/L3 fix-delivered",
          "reseller/L2 fix-accepted",
          "reseller/L2 fix-rejected",
          "agent/L3 answered",
          "agent/L3 notice-given",
          "agent/L3 returned",
          "reseller/L2 returned",
          "reseller/L1 escalated",
          "reseller/L2 escalated",
          "incident-manager callout-answered",
          "reseller/L2 closed",
          "reseller/L2 reopened");

  /** What changes the promises themselves. */
  private static final List<String> CHANGES =
      List.of(
          "system observed",
          "system policy-changed",
          "agent/L3 returned",
          "system calendar-changed");

  private final SplittableRandom random;
  private final List<Entry> entries = new ArrayList<>();
  private Instant at;

  private final boolean restless;

  private RandomTimelines(long seed, boolean restless) {
    this.restless = restless;
    random = new SplittableRandom(seed);
    // Around both changes of clocks, over Easter, at whole minutes and beside them.
    at = Instant.parse("2026-03-01T00:00:00Z").plus(step());
  }

  static Timeline of(long seed) {
    return new RandomTimelines(seed, false).timeline();
  }

  /** One whose contract takes other routes, and that meets other policies. */
  static Timeline restless(long seed) {
    return new RandomTimelines(seed, true).timeline();
  }

  private Timeline timeline() {
    boolean early = random.nextBoolean();
    if (early) {
      observe();
    }
    add(
        pick(List.of("reseller/L2", "reseller/L2", "reseller/L1", "customer")),
        "opened",
        opening());
    if (!early) {
      observe();
    }
    int acts = random.nextInt(18);
    for (int i = 0; i < acts; i++) {
      at = at.plus(step());
      String[] act = pick(restless && random.nextInt(3) == 0 ? CHANGES : ACTS).split(" ");
      add(act[0], act[1], data(act[1]));
    }
    return new Timeline(entries);
  }

  /** Nothing, a millisecond, hours, days; half of them to the full hour, where calendars turn. */
  private Duration step() {
    return switch (random.nextInt(6)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofMillis(1 + random.nextInt(3));
      case 2, 3 -> Duration.ofHours(random.nextInt(30));
      case 4 -> Duration.ofMillis(random.nextLong(Duration.ofHours(30).toMillis()));
      default -> Duration.ofHours(random.nextInt(24 * 9));
    };
  }

  private void observe() {
    Map<String, Object> data = new HashMap<>();
    data.put("source", "test");
    if (random.nextInt(8) > 0) {
      data.put("terms", Map.of("calendars", Map.of("contract", pick(CALENDARS))));
    }
    if (random.nextInt(3) == 0) {
      Instant until = at.plus(Duration.ofHours(random.nextInt(24 * 20))).plusNanos(500_000);
      data.put("facts", Map.of("directApprovalUntil", until.toString()));
    }
    add("system", "observed", data);
  }

  private Map<String, Object> opening() {
    return Map.of("type", pick(List.of("bug", "bug", "question")), "fields", fields());
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>(complete());
    fields.put(
        "impact",
        pick(List.of("service-down", "unusable", "essential-affected", "subordinate-affected")));
    fields.put("steps", random.nextInt(6) > 0);
    return fields;
  }

  /** What a handover to the vendor needs, but for the impact. */
  static Map<String, Object> complete() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("category", "software-defect");
    fields.put("hosting", "on-site");
    fields.put("cause", "product");
    for (String flag : List.of("reproduced", "explanation", "businessImpact", "contact", "steps")) {
      fields.put(flag, true);
    }
    for (String list : List.of("screenshots", "logs", "configurations")) {
      fields.put(list, List.of("file"));
    }
    return fields;
  }

  private Map<String, Object> data(String kind) {
    return switch (kind) {
      case "held" -> Map.of("reason", "customer-failure", "evidence", true);
      case "observed" -> Map.of("terms", Map.of("route", pick(List.of("direct", "partner"))));
      case "policy-changed" -> Map.of("promised", promised());
      case "calendar-changed" -> Map.of("calendar", "contract", changed(), dates());
      case "closed" -> Map.of("ground", "resolved");
      case "escalated", "information-provided" ->
          random.nextInt(3) == 0 ? Map.of("fields", fields()) : Map.of();
      case "callout-answered" ->
          Map.of(
              "callout",
              pick(List.of("response-overdue", "update-overdue", "update-overdue#2")),
              "action",
              "take-over");
      default -> Map.of();
    };
  }

  private String changed() {
    return pick(List.of("closed", "opened"));
  }

  /** Days around now: what is over, what runs, what is to come, and what no calendar knows. */
  private List<String> dates() {
    List<String> dates = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Instant day = at.plus(Duration.ofDays(random.nextInt(14) - 4));
      dates.add(LocalDate.ofInstant(day, ZoneOffset.UTC).toString());
    }
    if (random.nextInt(20) == 0) {
      dates.add("2099-01-01");
    }
    return dates;
  }

  /** What an earlier policy may have promised of some clocks. */
  private List<Map<String, Object>> promised() {
    String start = entries.getFirst().at().toString();
    List<Map<String, Object>> promised = new ArrayList<>();
    for (String clock : List.of("response", "update", "fix-notice")) {
      if (random.nextBoolean()) {
        Map<String, Object> one = new HashMap<>();
        one.put("clock", clock);
        one.put("round", 1);
        one.put("startedAt", start);
        one.put("from", start);
        one.put("pack", "earlier@1");
        one.put("amount", random.nextInt(20));
        one.put("unit", pick(List.of("hours", "business-hours", "business-days", "calendar-days")));
        one.put("calendar", "contract");
        promised.add(one);
      }
    }
    return promised;
  }

  private void add(String actor, String kind, Map<String, Object> data) {
    entries.add(new Entry(entries.size() + 1, at, at, Actor.of(actor), kind, Visibility.ALL, data));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Map<String, Object> week(String... shifts) {
    Map<String, Object> hours = new HashMap<>();
    for (String day : List.of("MON", "TUE", "WED", "THU", "FRI")) {
      hours.put(day, List.of(shifts));
    }
    return hours;
  }

  private static Map<String, Object> calendar(String zone, Map<String, ?> hours, String to) {
    return Map.of(
        "zone", zone,
        "hours", hours,
        "holidays", List.of("2026-03-13", "2026-04-03", "2026-04-06"),
        "from", "2026-01-01",
        "to", to);
  }
}
