package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is demanded of new packs, and not of those that tickets are pinned to already. */
class DemandsTest {

  private static final String REACHED =
      "  reminder-reached: {label: {es: Recordatorio alcanzado, en: Reminder reached}}\n";
  private static final String WITHDRAWN =
      "  breach-withdrawn: {label: {es: Incumplimiento retirado, en: Breach withdrawn}}\n";
  private static final String KINDS = ", \"reminder-reached\", \"breach-withdrawn\"";

  @Test
  void shouldDemandTheKindThatTakesABreachBack() {
    EditedPack without = undeclared(EditedPack.shipped(), true);

    assertThat(without.faults())
        .contains(
            new Fault(
                "rules/safr/policy.yaml",
                "kinds",
                "Expected the kind 'breach-withdrawn', for an entry that comes late can undo a breach,"
                    + " but there is none"));
    assertThat(without.faults()).extracting(Fault::where).doesNotContain("clocks");
    assertThat(without.stored().version()).isEqualTo("2020-10-02-5");
  }

  @Test
  void shouldNotDemandItOfAPackThatLetsNobodyBackdate() {
    EditedPack without =
        undeclared(EditedPack.shipped(), true)
            .policy("backdating:\n  reseller: 72\n  agent: 24\n", "");

    assertThat(without.faults()).isEmpty();
  }

  @Test
  void shouldDemandTheKindThatFollowsAReminder() {
    EditedPack without =
        undeclared(EditedPack.shipped(), false)
            .policy(
                "    clauses: [SA-060, SA-068]",
                "    clauses: [SA-060, SA-068]\n    reminders: {half: {share: 50}}");

    assertThat(without.faults())
        .contains(
            new Fault(
                "rules/safr/policy.yaml",
                "clocks.response.reminders",
                "Expected the kind 'reminder-reached' in 'kinds', for it follows a reminder, but there"
                    + " is none"));
  }

  @Test
  void shouldDemandThatPeopleAreSpokenToInThePacksLanguage() {
    EditedPack french = EditedPack.shipped().policy("language: es", "language: fr");

    assertThat(french.faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.reason())
                    .matches(
                        "Expected labels and mails in 'fr', the pack's language, but \\d+ lack it,"
                            + " such as \\[types.question, .*]"));
    assertThat(french.stored().vocabulary().language()).isEqualTo("fr");
  }

  @Test
  void shouldDemandThatMailsNameClocksThatThereAre() {
    EditedPack unknown = EditedPack.shipped().policy("{due:update}", "{due:tea}");

    assertThat(unknown.faults())
        .anySatisfy(
            fault ->
                assertThat(fault.reason())
                    .startsWith("Expected {due:...} to name a clock of [response, update,")
                    .endsWith("but found 'tea'"));
  }

  @Test
  void shouldNotHideThatThereWasNoBreachFromWhoCouldReadOfIt() {
    EditedPack hidden =
        EditedPack.shipped()
            .policy("breach-withdrawn: {label", "breach-withdrawn: {visibility: vendor, label");

    assertThat(hidden.faults())
        .extracting(Fault::where)
        .containsExactly("kinds.breach-withdrawn.visibility");
    assertThat(hidden.stored().visibility("breach-withdrawn").code()).isEqualTo("vendor");
  }

  @Test
  void shouldRefuseThatAnAgreementBringsACalendarWhichThePackHasItself() {
    EditedPack twice =
        EditedPack.shipped()
            .policy(
                "    calendars:\n      contract:",
                "    calendars:\n      always: {}\n      contract:");

    assertThat(twice.faults())
        .extracting(Fault::where)
        .contains("agreements.demo.calendars.always");
  }

  @ParameterizedTest
  @ValueSource(strings = {"route", "reminder"})
  void shouldKeepAStoredPackWhoseFieldHasTheNameOfALaterInput(String name) {
    EditedPack named = own(name);

    assertThat(named.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.where()).isEqualTo(name);
              assertThat(fault.reason())
                  .startsWith("Expected another name, for tables read")
                  .endsWith("as '%s', but found this one".formatted(name));
            });
    assertThat(severity(named.stored(), "unstated")).isEqualTo("HIGH");
    assertThat(severity(named.stored(), "scenic")).isEqualTo("LOW");
  }

  /** The impact under another name, and a road that nobody takes for severe. */
  private static EditedPack own(String name) {
    String severity =
        EditedPack.shipped()
            .files()
            .get("dmn/safr/severity.dmn")
            .replaceFirst("<text>impact</text>", "<text>" + name + "</text>")
            .replace("name=\"impact\"", "name=\"" + name + "\"")
            .replaceFirst("(?s)<inputValues id=\"InputValues_impact\">.*?</inputValues>", "")
            .replace("\"service-down\", \"severely-damaged\", \"unusable\"", "\"unstated\"")
            .replace("\"essential-unavailable\", \"essential-affected\"", "\"winding\"")
            .replace("\"subordinate-affected\", \"unstated\"", "\"scenic\"");
    return EditedPack.shipped()
        .with("dmn/safr/severity.dmn", severity)
        .policy(
            "  hosting:\n",
            "  %s: {type: code, absent: unstated, values: {winding: {es: W}, scenic: {es: S}}}\n  hosting:\n"
                .formatted(name));
  }

  private static String severity(Pack pack, String value) {
    Story story = new Story();
    Map<String, Object> fields = new HashMap<>();
    for (String name : List.of("route", "reminder")) {
      fields.put(name, value);
    }
    Map<String, Object> terms = Map.of("terms", pack.terms("demo").orElseThrow());
    story.opened("2026-03-02T10:00:00Z", "service-down", terms);
    story.add(
        "2026-03-02T10:00:00Z", "reseller/L2", "information-provided", Map.of("fields", fields));
    return pack.judge(story.timeline(), Story.at("2026-03-02T15:00:00Z")).severity().value();
  }

  /** Neither declared nor permitted to anybody. */
  private static EditedPack undeclared(EditedPack pack, boolean both) {
    EditedPack without =
        both ? pack.policy(WITHDRAWN, "").policy(REACHED, "") : pack.policy(REACHED, "");
    String notice = without.files().get("rules/safr/policy.yaml");
    int from = notice.indexOf("  # What was said of a breach is taken back");
    int to = notice.indexOf("  - on: callout-answered", from);
    String table = without.files().get("dmn/safr/permission.dmn");
    String kinds = both ? KINDS : ", \"reminder-reached\"";
    return without
        .with("dmn/safr/permission.dmn", table.replace(kinds, ""))
        .with(
            "rules/safr/policy.yaml",
            both ? notice.substring(0, from) + notice.substring(to) : notice);
  }
}
