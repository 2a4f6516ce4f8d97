package io.tierline.incident;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tierline.time.Countable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One alert, as Alertmanager sends it (webhook payload, version 4).
 *
 * @param status {@code firing} or {@code resolved}
 * @param labels what it is about
 * @param annotations what it says
 * @param startsAt since when; with the fingerprint it tells an alert from its next occurrence
 * @param fingerprint the same for the same labels
 * @param generatorURL where it can be looked at
 */
@Schema(
    description = "One alert",
    requiredProperties = {"status", "startsAt", "fingerprint"})
@JsonIgnoreProperties(ignoreUnknown = true)
record Alert(
    @Schema(allowableValues = {"firing", "resolved"}) @Nullable String status,
    @Nullable Map<String, String> labels,
    @Nullable Map<String, String> annotations,
    @Nullable Instant startsAt,
    @Nullable String fingerprint,
    @Nullable String generatorURL) {

  private static final String RESOLVED = "resolved";
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 20_000;

  Alert {
    labels = withoutNulls(labels);
    annotations = withoutNulls(annotations);
  }

  private static Map<String, String> withoutNulls(@Nullable Map<String, String> texts) {
    Map<String, String> kept = new TreeMap<>();
    if (texts != null) {
      texts.forEach(
          (name, text) -> {
            if (text != null) {
              kept.put(name, text);
            }
          });
    }
    return kept;
  }

  /** What it lacks to be told from others; null if nothing. */
  @Nullable String fault() {
    if (fingerprint == null || !fingerprint.matches("[!-~]{1,200}")) {
      return "Expected 'fingerprint' with 1 to 200 visible ASCII characters, but found "
          + (fingerprint == null ? "none" : "another");
    }
    if (startsAt == null) {
      return "Expected 'startsAt' with an instant, but found none";
    }
    if (!Countable.is(startsAt)) {
      return "Expected 'startsAt' from %s to %s, but found %s"
          .formatted(Countable.EARLIEST, Countable.LATEST, startsAt);
    }
    return "firing".equals(status) || RESOLVED.equals(status)
        ? null
        : "Expected 'status' to be firing or resolved, but found "
            + (status == null ? "none" : "another");
  }

  boolean resolved() {
    return RESOLVED.equals(status);
  }

  /** One line that says what it is about. */
  String subject() {
    return Stream.of(annotations.get("summary"), labels.get("alertname"), fingerprint)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .map(text -> cut(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_LINE))
        .orElse("Alert");
  }

  /** All that it says, for people to read. */
  String text() {
    String said =
        Stream.of(
                Stream.of("Since " + startsAt),
                annotations.values().stream(),
                labels.entrySet().stream().map(label -> label.getKey() + " = " + label.getValue()),
                Stream.ofNullable(generatorURL))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"));
    return cut(said.replace("\0", ""), LONGEST_TEXT);
  }

  /** An alert that says too much is taken all the same: better cut than lost. */
  private static String cut(String text, int longest) {
    int end = Math.min(text.length(), longest);
    return text.substring(
        0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
