package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.Clauses;
import io.tierline.policy.Differences.Line;
import io.tierline.policy.Differences.Row;
import io.tierline.policy.Differences.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What two packs, or two versions of one, say differently. */
class DifferencesTest {

  private static final EditedPack SHIPPED = EditedPack.shipped();

  @Test
  void shouldFindNoneBetweenAPackAndItself() {
    Differences none = between(SHIPPED, SHIPPED);

    assertThat(none).isEqualTo(new Differences(List.of(), List.of(), List.of(), List.of()));
  }

  /**
   * ED-02, ED-12, ED-13, ED-16, ED-22, ED-24 and ED-25 of the register. The others are words of one
   * language, or readings that both leave open.
   */
  @Test
  @Clauses("EF-001")
  void shouldNameWhatTwoEditionsOfADocumentDoOtherwiseAndWhere() {
    Differences editions = Differences.of(files("efento-pl"), files("efento-en"));

    assertThat(editions.values())
        .extracting(Value::place)
        .containsExactlyInAnyOrder(
            "label.en",
            "fields.logs.label.en",
            "clocks.response.label.en",
            "clocks.workaround.label.en",
            "clocks.workaround-blocker.label.en",
            "clocks.resolution.label.en",
            "grounds.update-deployed.label.en",
            "readings.retention.years.recorded",
            "readings.retention.years.alternatives",
            "readings.clock.RESTORE.value");
    assertThat(editions.values())
        .contains(
            new Value("readings.retention.years.recorded", List.of("EF-127"), "2", "6"),
            new Value(
                "readings.clock.RESTORE.value",
                List.of("EF-136"),
                "edition-48-hours",
                "edition-24-hours"));
    assertThat(editions.rows())
        .filteredOn(row -> row.decision().equals("closure"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.clauses()).contains("EF-042");
              assertThat(row.here().when()).containsEntry("type", "\"bug\"");
              assertThat(row.there().when()).doesNotContainKey("type");
            });
    assertThat(editions.rows())
        .filteredOn(row -> row.decision().equals("timers"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.clauses()).contains("EF-136"));
    assertThat(editions.reordered()).isEmpty();
    assertThat(editions.files()).isEmpty();
  }

  @Test
  void shouldTellARowThatAnswersOtherwiseWithItsNumberAndConditions() {
    Differences changed = between(SHIPPED.budget("01", 3, "business-hours"), SHIPPED);

    assertThat(changed.values()).isEmpty();
    Row row = changed.rows().getFirst();
    assertThat(changed.rows()).hasSize(1);
    assertThat(row.decision()).isEqualTo("timers");
    assertThat(row.clauses()).contains("SA-073");
    assertThat(row.here().row()).isEqualTo(row.there().row()).isEqualTo(1);
    assertThat(row.here().when())
        .isEqualTo(row.there().when())
        .containsEntry("clock", "\"response\"");
    assertThat(row.here().then()).containsEntry("amount", "3");
    assertThat(row.there().then()).containsEntry("amount", "4");
  }

  @Test
  void shouldTellAValueWithThePathAndTheClausesOfWhatItIsPartOf() {
    EditedPack edited =
        SHIPPED
            .policy("to: {on: [resumed, returned, closed]}", "to: {on: [resumed, closed]}")
            .policy("version: ", "version: \"x\" # ");

    assertThat(between(edited, SHIPPED).values())
        .containsExactly(
            new Value(
                "pauses.customer-failure.to.on",
                List.of("SA-103"),
                List.of("resumed", "closed"),
                List.of("resumed", "returned", "closed")));
  }

  @Test
  void shouldTellThatAnotherLaneGoesFirst() {
    Map<String, String> files = new TreeMap<>(files("aggregion").files());
    files.computeIfPresent(
        "rules/aggregion/policy.yaml",
        (name, text) ->
            text.replace("    standard: {order: arrival, clauses: [AG-009]}\n", "")
                .replace(
                    "    development: {order: arrival, clauses: [AG-009]}\n",
                    """
                        development: {order: arrival, clauses: [AG-009]}
                        standard: {order: arrival, clauses: [AG-009]}
                    """));

    Differences found = Differences.of(PackFiles.of(files), files("aggregion"));

    assertThat(found.values()).isEmpty();
    assertThat(found.reordered()).containsExactly("queue.lanes");
  }

  @Test
  void shouldTellWhatOnlyOneHas() {
    EditedPack less = SHIPPED.policy("  best-effort-declared: {", "  worst-effort-declared: {");
    Map<String, String> files = new TreeMap<>(less.files());
    files.remove("rules/safr/bounced-handover.drl");
    files.remove("dmn/safr/callout.dmn");

    Differences found = Differences.of(PackFiles.of(files), PackFiles.of(SHIPPED.files()));

    assertThat(found.values())
        .extracting(Value::place)
        .contains("kinds.best-effort-declared", "kinds.worst-effort-declared");
    assertThat(found.values())
        .filteredOn(value -> value.place().equals("kinds.best-effort-declared"))
        .allSatisfy(value -> assertThat(value.here()).isNull());
    assertThat(found.files()).containsExactly("bounced-handover.drl");
    assertThat(found.rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.here()).isNull())
        .extracting(Row::there)
        .extracting(Line::row)
        .isSorted();
  }

  @Test
  void shouldTellRowsInAnotherOrderOnlyWhereTheFirstAnswers() {
    String file = "dmn/safr/%s.dmn";

    assertThat(between(swapped(file.formatted("permission")), SHIPPED).reordered())
        .containsExactly("permission");
    assertThat(between(swapped(file.formatted("permission")), SHIPPED).rows()).isEmpty();
    assertThat(between(swapped(file.formatted("timers")), SHIPPED).reordered()).isEmpty();
  }

  @Test
  void shouldTellSectionsInAnotherOrderAndAnotherHitPolicy() {
    String kinds = "  acknowledged: {text: true";
    EditedPack moved =
        SHIPPED
            .policy("  opened: {fields: true, text: true, label: {es: Abierto, en: Opened}}\n", "")
            .policy(
                kinds,
                "  opened: {fields: true, text: true, label: {es: Abierto, en: Opened}}\n" + kinds);
    String file = "dmn/safr/timers.dmn";
    EditedPack first =
        SHIPPED.with(
            file,
            SHIPPED
                .files()
                .get(file)
                .replaceFirst("id=\"DecisionTable_timers\"", "$0 hitPolicy=\"FIRST\""));

    assertThat(between(moved, SHIPPED).reordered()).containsExactly("kinds");
    assertThat(between(moved, SHIPPED).values()).isEmpty();
    assertThat(between(first, SHIPPED).values())
        .containsExactly(new Value("timers.dmn#hitPolicy", List.of(), "FIRST", "UNIQUE"));
  }

  @Test
  void shouldPutItemsTogetherThatSayTheSameWhereverTheyStand() {
    EditedPack fewer =
        SHIPPED.policy(
            "  - on: returned\n    to: [reseller]\n", "  - on: rejected\n    to: [reseller]\n");

    assertThat(between(fewer, SHIPPED).values())
        .singleElement()
        .satisfies(value -> assertThat(value.place()).startsWith("notices[").endsWith("].on"));
  }

  @Test
  void shouldCompareReasonsInWordsBetweenPacksOfOneLanguage() {
    String file = "dmn/safr/permission.dmn";
    String other = SHIPPED.files().get(file).replaceFirst("Work goes on", "Work continues");

    assertThat(between(SHIPPED.with(file, other), SHIPPED).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.here().then()).containsValue("\"Work continues\""));
  }

  /** The table with its first two rows the other way round. */
  private static EditedPack swapped(String file) {
    String text = SHIPPED.files().get(file);
    int first = text.indexOf("<rule ");
    int second = text.indexOf("<rule ", first + 1);
    int third = text.indexOf("<rule ", second + 1);
    return SHIPPED.with(
        file,
        text.substring(0, first)
            + text.substring(second, third)
            + text.substring(first, second)
            + text.substring(third));
  }

  private static Differences between(EditedPack one, EditedPack other) {
    return Differences.of(PackFiles.of(one.files()), PackFiles.of(other.files()));
  }

  private static PackFiles files(String pack) {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("dmn/" + pack, "rules/" + pack)) {
      try (Stream<Path> paths = Files.list(Path.of(folder))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(folder + "/" + path.getFileName(), Files.readString(path));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return PackFiles.of(files);
  }
}
