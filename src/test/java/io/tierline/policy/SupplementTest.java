package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Supplement.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupplementTest {

  private static final String YEAR = "from: \"2028-01-01\"\nto: \"2028-12-31\"\n";
  private static final Pack PACK = TestPacks.SHIPPED;
  private static final Map<String, Object> TERMS = PACK.terms("demo").orElseThrow();

  @Test
  void shouldTakeYamlAndJsonForTheSame() {
    String json =
        """
        {"pack": "safr", "agreement": "demo", "calendar": "contract", "version": "2028",
         "from": "2028-01-01", "to": "2028-12-31", "holidays": ["2028-07-04"],
         "days": {"2028-12-22": ["09:00-12:00"]}}
        """;
    String yaml = YEAR + "holidays: [\"2028-07-04\"]\ndays: {\"2028-12-22\": [\"09:00-12:00\"]}";

    assertThat(Supplement.read(json)).isEqualTo(Supplement.read(text(yaml)));
    assertThat(Supplement.read(json)).isInstanceOf(Draft.Sound.class);
  }

  @Test
  void shouldTakeTheHolidaysOfACountry() {
    Supplement supplement = sound(YEAR + "holidays: {country: US, edition: 2026-11}");

    assertThat(supplement.closed()).contains(java.time.LocalDate.parse("2028-07-04")).hasSize(9);
  }

  @Test
  void shouldNameWhatIsNoSupplement() {
    assertThat(faults("")).contains("from: Expected a value, but there is none");
    assertThat(reasons(Supplement.read("")))
        .containsExactly("null: Expected a supplement, but found nothing");
    assertThat(reasons(Supplement.read("{"))).singleElement().asString().contains("Expected YAML");
    assertThat(faults("from: \"2028-02-01\"\nto: \"2028-01-01\""))
        .containsExactly("to: Expected a date not before 2028-02-01, but found 2028-01-01");
    assertThat(faults(YEAR + "zone: UTC"))
        .singleElement()
        .asString()
        .startsWith("zone: Expected a key of");
    assertThat(faults(YEAR + "holidays: [\"2027-12-31\"]"))
        .containsExactly(
            "holidays: Expected a date from 2028-01-01 to 2028-12-31, for which the calendar is"
                + " known, but found 2027-12-31");
    assertThat(faults(YEAR + "closures: [\"2029-01-01\"]")).hasSize(2);
    assertThat(faults(YEAR + "days: {\"2027-12-31\": [\"09:00-12:00\"]}")).hasSize(1);
    assertThat(faults(YEAR + "holidays: {country: US, edition: latest}")).hasSize(1);
    assertThat(reasons(Supplement.read(text(YEAR).replace("\"2028\"", "\"2028+1\""))))
        .singleElement()
        .asString()
        .startsWith("version: Expected at most 100 letters");
  }

  @Test
  void shouldGoOnFromTheDayAfterTheLastThatIsKnown() {
    assertThat(fit(YEAR)).isInstanceOf(Fitting.Fits.class);
    assertThat(fit("from: \"2028-01-02\"\nto: \"2028-12-31\""))
        .isInstanceOfSatisfying(
            Fitting.Unfit.class,
            unfit ->
                assertThat(unfit.faults().getFirst().reason())
                    .isEqualTo(
                        "Expected 2028-01-01, the day after the last one for which 'contract' is"
                            + " known in 2020-10-02-5, but found 2028-01-02, which would leave a gap"));
    assertThat(fit("from: \"2027-12-31\"\nto: \"2028-12-31\""))
        .isInstanceOf(Fitting.Overlaps.class);
    assertThat(fit("from: \"2026-01-01\"\nto: \"2028-12-31\"")).isInstanceOf(Fitting.Unfit.class);
    Pack further =
        PACK.with(
            new CalendarData(
                List.of(new CalendarData.Taken(1, java.time.Instant.EPOCH, sound(YEAR)))));
    assertThat(further.fit(sound(YEAR), TERMS)).isInstanceOf(Fitting.Overlaps.class);
    assertThat(further.fit(sound("from: \"2029-01-01\"\nto: \"2029-12-31\""), TERMS))
        .isInstanceOf(Fitting.Fits.class);
  }

  @Test
  void shouldRefuseWhatMakesNoCalendar() {
    assertThat(unfit(YEAR + "hours: {}"))
        .startsWith("null: Expected open hours in every twelve months, but there are none from");
    assertThat(
            unfit(YEAR + "holidays: [\"2028-07-04\"]\ndays: {\"2028-07-04\": [\"09:00-12:00\"]}"))
        .startsWith("null: Expected 2028-07-04 to be closed");
    assertThat(unfit(YEAR.replace("from", "calendar: other\nfrom"))).startsWith("calendar: ");
  }

  @Test
  void shouldKnowWhoseCalendarItIs() {
    assertThat(where(PACK.fit(named("contract", null), Map.of()))).isEqualTo("agreement");
    assertThat(where(PACK.fit(named("always", "demo"), TERMS))).isEqualTo("agreement");
    assertThat(where(PACK.fit(named("always", null), Map.of()))).isEqualTo("calendar");
    assertThat(where(PACK.fit(named("nights", "demo"), TERMS))).isEqualTo("calendar");
    assertThat(where(PACK.fit(named("contract", "demo"), Map.of()))).isEqualTo("calendar");
  }

  private static Supplement named(String calendar, String agreement) {
    Supplement year = sound(YEAR);
    return new Supplement(
        "safr", "v", agreement, calendar, year.from(), year.to(), year.closed(), year.days(), null);
  }

  private static String where(Fitting fitting) {
    return ((Fitting.Unfit) fitting).faults().getFirst().where();
  }

  private static String unfit(String rest) {
    String text = text(rest);
    if (rest.startsWith("calendar")) {
      text = text.replace("calendar: contract\n", "");
    }
    Fitting fitting = PACK.fit(((Draft.Sound) Supplement.read(text)).supplement(), TERMS);
    Fault fault = ((Fitting.Unfit) fitting).faults().getFirst();
    return fault.where() + ": " + fault.reason();
  }

  private static Fitting fit(String rest) {
    return PACK.fit(sound(rest), TERMS);
  }

  private static Supplement sound(String rest) {
    Draft draft = Supplement.read(text(rest));
    assertThat(draft).isInstanceOf(Draft.Sound.class);
    return ((Draft.Sound) draft).supplement();
  }

  private static List<String> faults(String rest) {
    return reasons(Supplement.read(text(rest)));
  }

  private static List<String> reasons(Draft draft) {
    return ((Draft.Faulty) draft)
        .faults().stream().map(fault -> fault.where() + ": " + fault.reason()).toList();
  }

  private static String text(String rest) {
    return "pack: safr\nagreement: demo\ncalendar: contract\nversion: \"2028\"\n" + rest;
  }
}
