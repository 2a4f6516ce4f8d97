package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SAFR's tables against the clauses, example by example. */
class SafrTablesTest {

  private static final Map<String, Table> TABLES =
      Tables.compile(SafrFiles.read(), "safr", SafrFiles::domain, new ArrayList<>());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          installation, L1, SA-014
          media-conversion, L1, SA-015
          account, L1, SA-016
          recognition, L1, SA-017
          notification, L1, SA-018
          watch-list, L1, SA-019
          camera-adding, L1, SA-020
          unsolved-by-level-1, L2, SA-036
          camera-connection, L2, SA-037
          integration, L2, SA-038
          server-capacity, L2, SA-039
          identity-synchronisation, L2, SA-040
          alerts, L2, SA-041
          software-defect, L3, SA-061
          data-corruption, L3, SA-062
          rollback, L3, SA-063
          cloud, L3, SA-065
          server-cluster, L2, SA-027
          advanced-recognition, L2, SA-028
          external-connectivity, L2, SA-029
          network, L2, SA-030
          """)
  void shouldKnowTheTierOfEachExample(String category, String tier, String clause) {
    Match match = only("tier", tier(category, "unstated", "unknown", false));
    assertThat(match.code("tier")).isEqualTo(tier);
    assertThat(match.clauses()).contains(clause);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          notification, unstated, unknown, true, L2
          cloud, cloud, product, false, L3
          cloud, cloud, configuration, true, L2
          cloud, on-site, product, true, L2
          unstated, unstated, unknown, true, L1
          """)
  void shouldMoveTheTierByWhatIsKnown(
      String category, String hosting, String cause, boolean checked, String tier) {
    assertThat(only("tier", tier(category, hosting, cause, checked)).code("tier")).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          service-down, HIGH, LOW
          severely-damaged, HIGH, LOW
          unusable, HIGH, LOW
          essential-unavailable, MEDIUM, LOW
          essential-affected, MEDIUM, LOW
          subordinate-affected, LOW, LOW
          unstated, LOW, LOW
          """)
  void shouldHoldTheSeverityOnlyWhileNoWorkaroundStands(
      String impact, String without, String with) {
    assertThat(severity(impact, "none")).isEqualTo(without);
    assertThat(severity(impact, "provided")).isEqualTo(with);
    assertThat(severity(impact, "accepted")).isEqualTo(with);
  }

  @Test
  void shouldAskAHandoverToTheVendorForEverythingAndAnyOtherForNothing() {
    Map<String, Object> nothing = new HashMap<>(tier("rollback", "unstated", "unknown", false));
    nothing.put("impact", "unstated");
    TABLES.get("handover").inputs().forEach(input -> nothing.putIfAbsent(input, false));
    nothing.put("target", "L3");
    assertThat(TABLES.get("handover").match(nothing))
        .extracting(match -> match.code("missing"))
        .containsExactly(
            "explanation",
            "impact",
            "businessImpact",
            "steps",
            "screenshots",
            "logs",
            "configurations",
            "reproduced",
            "cause",
            "contact",
            "backupBeforeUpgrade");
    nothing.put("noScreenshotsBecause", true);
    nothing.put("notReproducedBecause", true);
    nothing.put("category", "cloud");
    assertThat(TABLES.get("handover").match(nothing))
        .extracting(match -> match.code("missing"))
        .doesNotContain("screenshots", "reproduced", "backupBeforeUpgrade");
    nothing.put("target", "L2");
    assertThat(TABLES.get("handover").match(nothing)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          opened, reseller/L2, new, none, allow
          opened, reseller/L2, open, L2, state
          opened, customer, new, none, role
          opened, agent/L3, new, none, role
          escalated, reseller/L1, open, L1, allow
          escalated, reseller/L1, open, L2, state
          escalated, reseller/L2, open, L2, allow
          escalated, reseller/L2, open, L3, state
          escalated, agent/L3, open, L3, role
          replied, agent/L3, open, L3, allow
          replied, agent/L3, open, L2, state
          replied, agent/L3, closed, L3, state
          replied, reseller/L2, open, L3, role
          replied, incident-manager, open, L3, allow
          held, incident-manager, open, L3, role
          callout-answered, incident-manager, solved, L3, allow
          callout-answered, agent/L3, open, L3, role
          information-provided, reseller/L2, open, L3, allow
          information-provided, reseller/L1, open, L3, state
          fix-accepted, reseller/L2, open, L3, state
          fix-accepted, reseller/L2, solved, L3, allow
          answered, reseller/L1, open, L1, allow
          answered, reseller/L2, open, L3, state
          closed, reseller/L2, solved, L3, allow
          closed, agent/L3, solved, L3, role
          closed, reseller/L2, closed, L3, state
          reopened, reseller/L2, closed, L3, allow
          reopened, reseller/L2, open, L3, state
          returned, agent/L3, open, L3, allow
          returned, system, open, L2, state
          observed, system, new, none, allow
          observed, reseller/L2, open, L2, role
          deadline-reached, system, closed, L3, allow
          """)
  void shouldSayWhoMayRecordWhat(
      String kind, String actor, String status, String tier, String verdict) {
    assertThat(verdict(kind, actor, status, tier, Map.of())).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          escalated, open, scope, L3, allow
          escalated, open, scope, L2, state
          escalated, open, scope, L1, state
          workaround-accepted, open, workaround, provided, allow
          workaround-accepted, open, workaround, accepted, state
          workaround-rejected, open, workaround, none, state
          workaround-rejected, solved, workaround, provided, allow
          fix-rejected, solved, fix, delivered, allow
          fix-rejected, solved, fix, accepted, state
          fix-accepted, solved, fix, rejected, state
          fix-accepted, closed, fix, delivered, state
          """)
  void shouldTakeAnAnswerOnceAndLetOnlyTheVendorsProblemsThrough(
      String kind, String status, String input, String value, String verdict) {
    assertThat(verdict(kind, "reseller/L2", status, "L2", Map.of(input, value))).isEqualTo(verdict);
  }

  private static String verdict(
      String kind, String actor, String status, String tier, Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", kind);
    values.put("actor", actor);
    values.put("status", status);
    values.put("tier", tier);
    values.put("complete", true);
    values.put("directApproval", false);
    values.put("scope", "L3");
    values.put("workaround", "provided");
    values.put("fix", "delivered");
    values.put("hosting", "on-site");
    values.put("defect", "none");
    values.put("correction", "none");
    values.put("hold", "none");
    values.put("channel", "rest");
    values.put("problemChannels", "all-equal");
    values.put("service", "none");
    values.putAll(more);
    return only("permission", values).code("verdict");
  }

  @Test
  void shouldOpenTheDoorForACustomerWithApprovalAndBounceWhatIsIncomplete() {
    assertThat(verdict("opened", "customer", "new", "none", Map.of("directApproval", true)))
        .isEqualTo("allow");
    assertThat(verdict("returned", "system", "open", "L2", Map.of("complete", false)))
        .isEqualTo("allow");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          response, HIGH, 4, hours, always
          response, MEDIUM, 1, business-days, contract
          response, LOW, 3, business-days, contract
          update, HIGH, 24, hours, always
          update, MEDIUM, 24, hours, always
          update, LOW, 0, none, always
          fix-notice, HIGH, 3, calendar-days, contract
          fix-notice, MEDIUM, 7, calendar-days, contract
          fix-notice, LOW, 21, calendar-days, contract
          defect-registration, LOW, 1, hours, always
          monthly-release, HIGH, 1, calendar-months, contract
          """)
  void shouldBudgetEachClock(
      String clock, String severity, int amount, String unit, String calendar) {
    Match match =
        only(
            "timers",
            Map.of("clock", clock, "severity", severity, "responseTime", "high-around-the-clock"));
    assertThat(match.outputs().get("amount")).isEqualTo(java.math.BigDecimal.valueOf(amount));
    assertThat(match.code("unit")).isEqualTo(unit);
    assertThat(match.code("calendar")).isEqualTo(calendar);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          resolved, solved, accepted, none, none, true
          resolved, solved, delivered, none, none, false
          resolved, open, accepted, none, none, false
          answered, solved, none, given, none, true
          answered, open, none, given, none, false
          workaround-suffices, open, none, none, accepted, true
          workaround-suffices, open, none, none, provided, false
          withdrawn, open, none, none, none, true
          withdrawn, closed, none, none, none, false
          """)
  void shouldCloseOnlyOnAGround(
      String ground, String status, String fix, String answer, String workaround, boolean holds) {
    Map<String, Object> values =
        Map.of(
            "ground",
            ground,
            "status",
            status,
            "fix",
            fix,
            "answer",
            answer,
            "workaround",
            workaround,
            "effort",
            "full",
            "service",
            "none");
    assertThat(only("closure", values).outputs().get("holds")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          response, HIGH, true, true, response-overdue
          response, LOW, true, true, response-overdue
          response, HIGH, false, true, -
          response, HIGH, true, false, -
          update, MEDIUM, true, true, update-overdue
          update, LOW, true, true, -
          fix-notice, LOW, true, true, fix-notice-due
          """)
  void shouldCallSomebodyWhileADutyIsOpenAndOverdue(
      String clock, String severity, boolean open, boolean breached, String callout) {
    List<Match> matches =
        TABLES
            .get("callout")
            .match(
                Map.of("clock", clock, "severity", severity, "open", open, "breached", breached));
    assertThat(matches)
        .extracting(match -> match.code("callout"))
        .isEqualTo(callout == null ? List.of() : List.of(callout));
  }

  private static Match only(String decision, Map<String, Object> values) {
    List<Match> matches = TABLES.get(decision).match(values);
    assertThat(matches).hasSize(1);
    return matches.getFirst();
  }

  private static String severity(String impact, String workaround) {
    return only("severity", Map.of("impact", impact, "workaround", workaround)).code("severity");
  }

  private static Map<String, Object> tier(
      String category, String hosting, String cause, boolean checked) {
    return Map.of(
        "category",
        category,
        "hosting",
        hosting,
        "cause",
        cause,
        "level1Checked",
        checked,
        "notificationTier",
        "level-1-first",
        "requesterRole",
        "unstated");
  }
}
