package io.tierline.policy;

import static io.tierline.policy.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.CalendarData.Taken;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration's contract is known to Friday, 2027-12-31; open from 9 to 17 o'clock. */
class HorizonTest {

  private static final String HIGH = "service-down";
  private static final String MEDIUM = "essential-affected";
  private static final Supplement YEAR = year("2028", "");

  @ParameterizedTest
  @CsvSource({
    // eight business hours: broken when somebody is at work again, so Friday's close is too late
    "2027-12-30T08:59:59-08:00, 2027-12-31T01:00:00Z, 2027-12-31T01:00:00Z",
    "2027-12-30T09:00:01-08:00, 2027-12-31T17:00:01Z, 2027-12-31T17:00:01Z",
    "2027-12-31T09:00:00-08:00, , 2028-01-01T01:00:00Z",
    "2027-12-31T09:00:01-08:00, , 2028-01-03T17:00:01Z",
    "2027-12-31T17:00:00-08:00, , 2028-01-04T01:00:00Z",
  })
  void shouldGiveAnUnknownClockItsEndAndLeaveAKnownOneAlone(
      String opened, Instant before, Instant after) {
    Timeline timeline = opened(opened, HIGH);

    Clock old = response(TestPacks.TIGHT, timeline, opened);
    Clock now = response(TestPacks.TIGHT.with(data(YEAR)), timeline, opened);

    assertThat(old.state()).isEqualTo(before == null ? ClockState.UNKNOWN : ClockState.RUNNING);
    assertThat(old.dueAt()).isEqualTo(before);
    assertThat(now.state()).isEqualTo(ClockState.RUNNING);
    assertThat(now.dueAt()).isEqualTo(after);
    assertThat(before == null || now.equals(old)).isTrue();
  }

  @Test
  void shouldBreakWhatIsCompletedWhenItIsDue() {
    Timeline timeline = opened("2027-12-31T12:00:00-08:00", HIGH);
    Pack pack = TestPacks.TIGHT.with(data(YEAR));

    Judgement judgement = pack.judge(timeline, at("2027-12-31T12:00:00-08:00"));

    assertThat(judgement.clock("response").orElseThrow().dueAt()).isEqualTo("2028-01-03T20:00:00Z");
    assertThat(pack.judge(timeline, at("2028-01-03T11:59:59-08:00")).nextChangeAt())
        .isEqualTo("2028-01-03T20:00:00.001Z");
    assertThat(response(pack, timeline, "2028-01-03T12:00:00-08:00").state())
        .isEqualTo(ClockState.RUNNING);
    assertThat(response(pack, timeline, "2028-01-03T12:00:00.001-08:00").state())
        .isEqualTo(ClockState.BREACHED);
  }

  @Test
  void shouldCountTheDaysThatWereAddedWithTheirHolidays() {
    Timeline timeline = opened("2027-12-31T10:00:00-08:00", MEDIUM);

    assertThat(response(TestPacks.SHIPPED, timeline, "2027-12-31T10:00:00-08:00").state())
        .isEqualTo(ClockState.UNKNOWN);
    assertThat(due(timeline, year("2028", ""))).isEqualTo("2028-01-03T18:00:00Z");
    assertThat(due(timeline, year("2028", "holidays: [\"2028-01-03\"]")))
        .isEqualTo("2028-01-04T18:00:00Z");
    assertThat(due(timeline, year("2028", "closures: [\"2028-01-03\", \"2028-01-04\"]")))
        .isEqualTo("2028-01-05T18:00:00Z");
    assertThat(
            due(timeline, year("2028", "hours: {TUE: [\"12:00-16:00\"], WED: [\"09:00-10:00\"]}")))
        .as("the local time at which it started comes before the opening")
        .isEqualTo("2028-01-01T01:00:00Z");
    assertThat(due(timeline, year("2028", "days: {\"2028-01-03\": [\"09:00-12:00\"]}")))
        .isEqualTo("2028-01-03T18:00:00Z");
  }

  @Test
  void shouldNotAskHowFarACalendarIsKnownForElapsedTime() {
    Timeline timeline = opened("2027-12-31T12:00:00-08:00", MEDIUM);

    Judgement old = TestPacks.TIGHT.judge(timeline, at("2027-12-31T12:00:00-08:00"));

    assertThat(old.clock("fix-notice").orElseThrow().dueAt()).isEqualTo("2028-01-07T20:00:00Z");
    assertThat(
            TestPacks.TIGHT
                .with(data(YEAR))
                .judge(timeline, at("2027-12-31T12:00:00-08:00"))
                .clock("fix-notice"))
        .isEqualTo(old.clock("fix-notice"));
  }

  @Test
  void shouldCarryAPauseOverTheSeam() {
    Story story = story("2027-12-31T12:00:00-08:00", HIGH);
    story.add("2027-12-31T13:00:00-08:00", "agent/L3", "held", Story.HELD);
    Timeline held = story.timeline();
    story.add("2028-01-04T10:00:00-08:00", "agent/L3", "resumed");
    Pack pack = TestPacks.TIGHT.with(data(YEAR));

    assertThat(response(pack, held, "2028-01-03T10:00:00-08:00").state())
        .isEqualTo(ClockState.PAUSED);
    Clock clock = response(pack, story.timeline(), "2028-01-04T10:00:00-08:00");
    assertThat(clock.dueAt()).isEqualTo("2028-01-05T01:00:00Z");
    assertThat(clock.pausedFor()).isEqualTo("PT13H");
    assertThat(response(TestPacks.TIGHT, story.timeline(), "2028-01-04T10:00:00-08:00").state())
        .isEqualTo(ClockState.UNKNOWN);
  }

  @Test
  void shouldGoOnWhereverACalendarEnds() {
    Supplement before = supplement("2027", "from: \"2027-01-01\"\nto: \"2027-12-31\"");
    Supplement after = supplement("2029", "from: \"2029-01-01\"\nto: \"2029-12-31\"");
    String opened = "2026-12-31T12:00:00-08:00";
    Timeline old = known(opened, "2026-12-31");

    assertThat(response(TestPacks.TIGHT.with(data(YEAR)), old, opened).state())
        .as("a year that follows no known one adds nothing")
        .isEqualTo(ClockState.UNKNOWN);
    assertThat(response(TestPacks.TIGHT.with(data(before)), old, opened).dueAt())
        .isEqualTo("2027-01-01T20:00:00Z");
    assertThat(knownTo(old, opened, data(after, YEAR, before))).isEqualTo("2029-12-31");
    assertThat(knownTo(old, opened, data(after, before))).isEqualTo("2027-12-31");
    assertThat(knownTo(opened(opened, HIGH), opened, data(before, YEAR)))
        .as("what a calendar knows already it isn't told again")
        .isEqualTo("2028-12-31");
  }

  @Test
  void shouldNameTheCalendarDataThatConcernTheTicket() {
    Supplement other =
        new Supplement(
            YEAR.pack(),
            "boreal-2028",
            "demo-boreal",
            "contract",
            YEAR.from(),
            YEAR.to(),
            YEAR.closed(),
            YEAR.days(),
            null);
    Timeline timeline = opened("2027-12-31T12:00:00-08:00", HIGH);
    Instant now = at("2027-12-31T12:00:00-08:00");
    Pack pack = TestPacks.TIGHT.with(data(other, YEAR));

    assertThat(TestPacks.TIGHT.judge(timeline, now).by().calendar()).isEqualTo("pack");
    assertThat(pack.judge(timeline, now).by().calendar()).isEqualTo("pack+2028");
    assertThat(pack.judge(timeline, now)).isEqualTo(pack.judge(timeline, now));
    assertThat(TestPacks.TIGHT.with(data(other)).judge(timeline, now).clock("response"))
        .isEqualTo(TestPacks.TIGHT.judge(timeline, now).clock("response"));
    assertThat(pack.with(pack.calendarData().knownBy(Instant.EPOCH)).judge(timeline, now))
        .as("what was known by then")
        .isEqualTo(TestPacks.TIGHT.judge(timeline, now));
  }

  @Test
  void shouldTellWhichOpenClocksDependOnAYearToCome() {
    String opened = "2027-12-31T12:00:00-08:00";
    Story story = story(opened, HIGH);
    List<Ending> endings = TestPacks.TIGHT.endings(story.timeline(), at(opened));

    assertThat(endings)
        .extracting(Ending::clock, Ending::state, Ending::calendar, Ending::knownTo)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "response", ClockState.UNKNOWN, "contract", LocalDate.parse("2027-12-31")));
    assertThat(endings).allSatisfy(one -> assertThat(one.reason()).contains("2027-12-31"));
    assertThat(TestPacks.TIGHT.with(data(YEAR)).endings(story.timeline(), at(opened)))
        .extracting(Ending::state, Ending::knownTo, Ending::reason)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                ClockState.RUNNING, LocalDate.parse("2028-12-31"), null));
    story.add("2027-12-31T12:30:00-08:00", "agent/L3", "replied");
    assertThat(TestPacks.TIGHT.endings(story.timeline(), at("2027-12-31T12:30:00-08:00")))
        .extracting(Ending::clock)
        .doesNotContain("response");
  }

  private static Instant due(Timeline timeline, Supplement supplement) {
    return response(TestPacks.SHIPPED.with(data(supplement)), timeline, "2027-12-31T10:00:00-08:00")
        .dueAt();
  }

  private static String knownTo(Timeline timeline, String at, CalendarData data) {
    return String.valueOf(
        TestPacks.TIGHT.with(data).endings(timeline, at(at)).getFirst().knownTo());
  }

  private static Clock response(Pack pack, Timeline timeline, String at) {
    return pack.judge(timeline.asOf(at(at)), at(at)).clock("response").orElseThrow();
  }

  private static Timeline opened(String at, String impact) {
    return story(at, impact).timeline();
  }

  private static Story story(String at, String impact) {
    return story(at, impact, TestPacks.SHIPPED.terms("demo").orElseThrow());
  }

  private static Story story(String at, String impact, Map<String, Object> terms) {
    Story story = new Story();
    story.opened(at, impact, Map.of("agreement", "demo", "terms", terms));
    return story;
  }

  /** Under terms of which less is known, as an older version may have brought them. */
  private static Timeline known(String at, String to) {
    Map<String, Object> terms = new HashMap<>(TestPacks.SHIPPED.terms("demo").orElseThrow());
    Map<?, ?> calendars = (Map<?, ?>) terms.get("calendars");
    Map<Object, Object> contract = new HashMap<>((Map<?, ?>) calendars.get("contract"));
    contract.put("to", to);
    terms.put("calendars", Map.of("contract", contract));
    return story(at, HIGH, terms).timeline();
  }

  private static Supplement year(String version, String more) {
    return supplement(version, "from: \"2028-01-01\"\nto: \"2028-12-31\"\n" + more);
  }

  private static Supplement supplement(String version, String rest) {
    String text =
        "pack: safr\nagreement: demo\ncalendar: contract\nversion: \"%s\"\n%s"
            .formatted(version, rest);
    return switch (Supplement.read(text)) {
      case Supplement.Draft.Sound sound -> sound.supplement();
      case Supplement.Draft.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  private static CalendarData data(Supplement... supplements) {
    List<Taken> taken = new ArrayList<>();
    for (Supplement supplement : supplements) {
      taken.add(new Taken(taken.size() + 1, at("2027-12-01T00:00:00Z"), supplement));
    }
    return new CalendarData(taken);
  }
}
