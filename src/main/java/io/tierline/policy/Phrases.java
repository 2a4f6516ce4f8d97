package io.tierline.policy;

import io.tierline.policy.Explanation.Mark;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of explanations in one language: generic ones from the bundle {@code explanation}, the
 * pack's from its vocabulary. Dates and numbers don't follow the machine's locale.
 *
 * @param bundle that of the language, or the English one if there is none
 */
record Phrases(String language, ResourceBundle bundle, Vocabulary vocabulary) {

  private static final Control PROPERTIES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mmxxx", Locale.ROOT);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx", Locale.ROOT);

  static Phrases of(String language, Vocabulary vocabulary) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "io.tierline.policy.explanation", Locale.forLanguageTag(language), PROPERTIES);
    return new Phrases(language, bundle, vocabulary);
  }

  String say(String key, Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
  }

  /** The pack's label of a code; the code itself if it has none. */
  String label(String sort, String code) {
    return vocabulary.label(sort, code, language);
  }

  /** An actor such as {@code reseller/L2}, or a party such as {@code third-party}. */
  String actor(String code) {
    int slash = code.indexOf('/');
    return slash < 0
        ? say("actor." + code)
        : say("actor." + code.substring(0, slash)) + code.substring(slash);
  }

  /** An entry, as far as the reader may see it. */
  String mark(Mark mark) {
    return mark.seq() == null || mark.kind() == null || mark.by() == null
        ? say("entry.hidden")
        : say("entry", label("kinds", mark.kind()), mark.seq(), actor(mark.by()));
  }

  String amount(long amount, String unit) {
    return say("unit." + unit + (amount == 1 ? ".one" : ""), amount);
  }

  /** A local time with its day of the week and offset; seconds only where there are some. */
  String time(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    boolean whole = local.getSecond() == 0 && local.getNano() == 0;
    return weekday(local.toLocalDate()) + " " + (whole ? MINUTES : MILLISECONDS).format(local);
  }

  String date(LocalDate date) {
    return weekday(date) + " " + date;
  }

  private String weekday(LocalDate date) {
    return say("day." + date.getDayOfWeek().getValue());
  }

  /** A duration in hours, minutes and seconds, without its sign. */
  String duration(Duration duration) {
    Duration length = duration.abs();
    List<String> parts = new ArrayList<>();
    if (length.toHours() > 0) {
      parts.add(say("duration.h", length.toHours()));
    }
    if (length.toMinutesPart() > 0) {
      parts.add(say("duration.min", length.toMinutesPart()));
    }
    int seconds = length.toSecondsPart();
    int millis = length.toMillisPart();
    if (seconds > 0 || millis > 0) {
      parts.add(say("duration.s", millis == 0 ? seconds : "%d.%03d".formatted(seconds, millis)));
    }
    return parts.isEmpty() ? say("duration.min", 0) : String.join(" ", parts);
  }
}
