package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Explained.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

  private static final Vocabulary NONE =
      new Vocabulary("en", Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"es", "pl", "sv", "ru"})
  void shouldSayEverythingInEachLanguage(String language) {
    Phrases english = Phrases.of("en", NONE);
    Phrases other = Phrases.of(language, NONE);

    for (String key : english.bundle().keySet()) {
      assertThat(other.bundle().containsKey(key)).as(key).isTrue();
      assertThat(holes(other.bundle().getString(key)))
          .as(key)
          .isEqualTo(holes(english.bundle().getString(key)));
    }
    assertThat(other.bundle().keySet()).hasSameSizeAs(english.bundle().keySet());
    assertThat(other.say("state.running")).isNotEqualTo(english.say("state.running"));
  }

  private static List<String> holes(String phrase) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(phrase)
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pl", "sv", "ru", "xx"})
  void shouldTellAPackInItsOwnLanguageAndInEnglishOnAnyMachine(String language) {
    Story story = new Story();
    story.opened("2026-03-06T16:00:00-08:00", "essential-affected");
    Pack pack = TestPacks.speaking(language);
    Question question = new Question("response", null, entry -> true);
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      Map<String, String> texts =
          ((Told) pack.explain(story.timeline(), question, Instant.parse("2026-03-09T17:00:00Z")))
              .explanation()
              .texts();

      assertThat(texts.keySet()).containsExactly(language, "en");
      assertThat(texts.get("en")).contains("It runs.", "Mon 2026-03-09 10:00-07:00");
      assertThat(texts.get(language)).contains("2026-03-09 10:00-07:00").doesNotContain("{");
      assertThat(texts.get(language).equals(texts.get("en"))).isEqualTo(language.equals("xx"));
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void shouldShowSecondsOnlyWhereThereAreSome() {
    Phrases phrases = Phrases.of("en", NONE);
    ZoneId zone = ZoneId.of("America/Los_Angeles");

    assertThat(phrases.time(Instant.parse("2026-03-02T18:00:00Z"), zone))
        .isEqualTo("Mon 2026-03-02 10:00-08:00");
    assertThat(phrases.time(Instant.parse("2026-03-02T18:00:01.5Z"), zone))
        .isEqualTo("Mon 2026-03-02 10:00:01.500-08:00");
    assertThat(phrases.duration(Duration.parse("PT50H5M0.007S"))).isEqualTo("50 h 5 min 0.007 s");
    assertThat(phrases.duration(Duration.ZERO)).isEqualTo("0 min");
    assertThat(phrases.duration(Duration.ofHours(-2))).isEqualTo("2 h");
  }
}
