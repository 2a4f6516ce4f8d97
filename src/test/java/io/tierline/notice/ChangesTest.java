package io.tierline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Differences;
import io.tierline.policy.Differences.Line;
import io.tierline.policy.Differences.Row;
import io.tierline.policy.Differences.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Line FOUR = new Line(3, Map.of("severity", "HIGH"), Map.of("amount", "4"));
  private static final Line TWO = new Line(3, Map.of("severity", "HIGH"), Map.of("amount", "2"));

  @Test
  void shouldSayWhatWasAndWhatIsWithTheClausesThatCarryIt() {
    Differences differences =
        new Differences(
            List.of(new Value("backdating.reseller", List.of(), 48, 72)),
            List.of(new Row("timers", List.of("SA-073"), TWO, FOUR)),
            List.of("tiers"),
            List.of("reopened.drl"));

    assertThat(Changes.of(differences))
        .containsExactly(
            "* timers, row 3 (SA-073)\n    - severity: HIGH => amount: 4\n    + severity: HIGH => amount: 2",
            "* tiers: another order",
            "* reopened.drl: other rules",
            "* backdating.reseller\n    - 72\n    + 48");
  }

  @Test
  void shouldSayOfWhatIsNewOrGoneThatItIs() {
    assertThat(
            Changes.of(
                new Differences(
                    List.of(),
                    List.of(
                        new Row("timers", List.of(), TWO, null),
                        new Row("timers", List.of(), null, FOUR)),
                    List.of(),
                    List.of())))
        .containsExactly(
            "* timers, row 3\n    + severity: HIGH => amount: 2",
            "* timers, row 3\n    - severity: HIGH => amount: 4");
  }

  @Test
  void shouldLeaveTheRestOfALongListToTheLink() {
    List<String> files = IntStream.range(0, 75).mapToObj(n -> n + ".drl").toList();

    List<String> changes = Changes.of(new Differences(List.of(), List.of(), List.of(), files));

    assertThat(changes).hasSize(61).last().isEqualTo("* ... (+ 15)");
  }

  @Test
  void shouldKeepWhatIsNoPromiseToItself() {
    List<Value> values =
        Stream.of(
                "notices[16]",
                "notices[3].to",
                "label.en",
                "clocks.response.label.es",
                "agreements.other.calendars.office",
                "tiers.L3.group",
                "readings.credit.basis.recorded",
                "readings.calendar.alternatives")
            .map(place -> new Value(place, List.of("SA-005"), "new", "old"))
            .toList();

    assertThat(Changes.of(new Differences(values, List.of(), List.of(), List.of()))).isEmpty();
    assertThat(
            Changes.of(
                new Differences(
                    List.of(new Value("readings.calendar.value", List.of(), "a", "b".repeat(501))),
                    List.of(),
                    List.of(),
                    List.of())))
        .containsExactly("* readings.calendar.value\n    - " + "b".repeat(500) + " ...\n    + a");
  }

  @Test
  void shouldHaveNothingToSayOfTheSame() {
    assertThat(Changes.of(new Differences(List.of(), List.of(), List.of(), List.of()))).isEmpty();
  }
}
