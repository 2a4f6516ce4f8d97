package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J7: a device out of warranty over Christmas, carried by the model that its type names. */
class J7RmaIT extends Journey {

  private static final ZoneId POLAND = ZoneId.of("Europe/Warsaw");
  private static final MonthDay DAY_BEFORE_CHRISTMAS_EVE = MonthDay.of(12, 23);
  private static final LocalTime TWO_HOURS_BEFORE_THE_END = LocalTime.of(14, 0);

  /**
   * From the 23rd, 14:00, two of eight support hours are left that day; the other six end at 14:00
   * of the next working day. Christmas Eve is a public holiday since 2025. In 2026 the 23rd is a
   * Wednesday and the 28th the Monday after; in 2027 it is a Thursday and the 27th that Monday.
   */
  private static final Map<Integer, Period> UNTIL_THE_NEXT_WORKING_DAY =
      Map.of(2026, Period.ofDays(5), 2027, Period.ofDays(4));

  private Caller kasia;
  private Caller marek;

  @BeforeEach
  void meetEfento() {
    kasia = caller("tl_demo_kasia");
    marek = caller("tl_demo_marek");
  }

  @Test
  void shouldCarryAnRmaOutOfWarrantyFromOpeningToClosing() {
    ZonedDateTime opening = dayBeforeChristmasEve();
    clock.forward(Duration.between(clock.instant(), opening.toInstant()));
    String number = opened(kasia, rma()).number();
    String silent = opened(kasia, rma()).number();

    JsonNode response = clock(judgement(number), "response");
    Instant started = instant(response.path("startedAt"));
    assertThat(started).isBetween(opening.toInstant(), opening.toInstant().plusSeconds(60));
    Instant due = later(started, UNTIL_THE_NEXT_WORKING_DAY.get(opening.getYear()));
    assertThat(instant(response.path("dueAt"))).isEqualTo(due);
    Tasklist.Task check = task(number, "Check that it is an RMA");
    assertThat(check.groups()).containsExactly("efento-l1");
    assertThat(check.dueAt()).isEqualTo(due);

    clock.forward(Duration.between(clock.instant(), due.minus(Duration.ofMinutes(30))));
    assertThat(state(judgement(number), "response")).isEqualTo("running");
    assertThat(judgement(number).path("callouts")).isEmpty();
    inTasklist("marek", number, "Check that it is an RMA", done("Information requested"));

    JsonNode asked = entry(number, "information-requested");
    assertThat(asked.path("by").path("id").asString()).isEqualTo("marek");
    assertThat(state(judgement(number), "response")).isEqualTo("met");
    assertThat(instant(clock(judgement(number), "info-wait").path("dueAt")))
        .as("a week later, New Year's Day or not")
        .isEqualTo(later(instant(asked.path("at")), Period.ofWeeks(1)));
    assertThat(task(number, "Provide the requested information").groups())
        .containsExactly("mroznia");
    nobodyAnswers(silent);

    recorded(kasia, number, "information-provided", fields("batteryVerified", true));
    inTasklist("marek", number, "Check that it is an RMA", done("It really is an RMA"));
    task(number, "Check the warranty");
    recorded(marek, number, "warranty-checked", fields("warrantyPeriod", "outside"));
    task(number, "Offer the repair");
    recorded(marek, number, "estimate-offered", Map.of("amount", "80 EUR"));
    mailed("kasia@mroznia.example", number, "Cost of the repair");

    Instant offered = instant(entry(number, "estimate-offered").path("at"));
    assertThat(instant(clock(judgement(number), "feedback-wait").path("dueAt")))
        .as("four weeks later, across New Year's Day and Epiphany")
        .isEqualTo(later(offered, Period.ofWeeks(4)));
    assertThat(task(number, "Decide on the repair").groups()).containsExactly("mroznia");
    inTasklist(
        "kasia",
        number,
        "Decide on the repair",
        Map.of("What do you decide?", "Repair cost approved"));
    assertThat(entry(number, "estimate-approved").path("by").path("role").asString())
        .isEqualTo("customer");

    inTasklist("marek", number, "Repair or replace", done("Repaired or replaced"));
    Tasklist.Task close = task(number, "Close the ticket");
    assertThat(close.groups()).containsExactly("efento-l1");
    Map<String, String> closing = new LinkedHashMap<>();
    closing.put("What is to be done?", "Close the ticket");
    closing.put("Ground for closing", "The device was repaired or replaced");
    inTasklist("marek", number, "Close the ticket", closing);

    assertThat(entry(number, "closed").path("data").path("ground").asString())
        .isEqualTo("rma-solved");
    assertThat(judgement(number).path("status").asString()).isEqualTo("closed");
    noTask(number, "Close the ticket");
  }

  /** The other RMA of that day, with its last half hour. */
  private void nobodyAnswers(String number) {
    assertThat(state(judgement(number), "response")).isEqualTo("running");
    clock.forward(Duration.ofMinutes(30));

    Tasklist.Task call = task(number, "Take charge");
    assertThat(call.groups()).containsExactly("efento-leads");
    assertThat(state(judgement(number), "response")).isEqualTo("breached");
    inTasklist("igor", number, "Take charge", Map.of("What do you do?", "I take it over"));
    assertThat(entry(number, "callout-answered").path("by").path("id").asString())
        .isEqualTo("igor");
  }

  @Override
  JsonNode judgement(String number) {
    Caller.Reply reply = marek.get("/api/v1/tickets/" + number + "/judgement");
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    return reply.body();
  }

  @Override
  List<JsonNode> entries(String number, String kind) {
    return entries(marek, number, kind);
  }

  private ZonedDateTime dayBeforeChristmasEve() {
    ZonedDateTime now = clock.instant().atZone(POLAND);
    ZonedDateTime next =
        DAY_BEFORE_CHRISTMAS_EVE
            .atYear(now.getYear())
            .atTime(TWO_HOURS_BEFORE_THE_END)
            .atZone(POLAND);
    return next.isAfter(now) ? next : next.plusYears(1);
  }

  private static Instant later(Instant from, Period by) {
    return from.atZone(POLAND).plus(by).toInstant();
  }

  private static Map<String, String> done(String what) {
    return Map.of("What was done?", what);
  }

  private static Map<String, Object> fields(String name, Object value) {
    return Map.of("fields", Map.of(name, value));
  }

  private static Map<String, Object> rma() {
    Map<String, Object> ticket = new HashMap<>();
    ticket.put("agreement", "demo-efento");
    ticket.put("type", "rma");
    ticket.put("customer", "mroznia-gdynia");
    ticket.put("subject", "A sensor is dead");
    ticket.put("description", "The sensor in cold store 3 shows nothing. Zażółć gęślą jaźń.");
    ticket.put(
        "fields",
        Map.of("product", "sensor", "details", "It is dead", "serials", List.of("282C02")));
    return ticket;
  }
}
