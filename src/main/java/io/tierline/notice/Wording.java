package io.tierline.notice;

import io.tierline.policy.Vocabulary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template's placeholders in one language: {@code {ticket}}, {@code {severity}}, {@code
 * {tier}}, {@code {status}}, {@code {missing}}, {@code {due:CLOCK}} (UTC), {@code {text}} (the
 * entry's free text), {@code {link}}, or the name of a value in the entry's data. Codes are shown
 * by their labels.
 */
record Wording(TicketEvent event, Vocabulary words, Map<String, String> texts, String link)
    implements Filling {
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String NONE = "-";

  @Override
  public String cause() {
    return event.id();
  }

  @Override
  public String thread() {
    return event.ticket();
  }

  @Override
  public String language() {
    return words.language();
  }

  @Override
  public Optional<String> value(String name, @Nullable String detail, String language) {
    TicketEvent.Standing standing = event.judgement();
    return switch (name) {
      case "ticket" -> Optional.of(event.ticket());
      case "link" -> Optional.of(link);
      case "status" -> Optional.of(standing.status());
      case "severity" ->
          Optional.of(
              standing.severity() == null
                  ? NONE
                  : label("severities", standing.severity().value(), language));
      case "tier" -> Optional.of(label("tiers", standing.tier(), language));
      case "missing" -> Optional.of(labels("fields", standing.missing(), language));
      case "due" -> detail == null ? Optional.empty() : due(detail);
      case "text" -> Optional.of(text(detail));
      default ->
          Optional.ofNullable(event.entry().data().get(name)).map(v -> data(name, v, language));
    };
  }

  /** A clock that the pack has but that doesn't run has nothing due. */
  private Optional<String> due(String clock) {
    if (!words.codes().getOrDefault("clocks", Map.of()).containsKey(clock)
        && event.judgement().clock(clock).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        event.judgement().clock(clock).map(found -> found.dueAt()).map(DUE::format).orElse(NONE));
  }

  private String text(@Nullable String path) {
    if (path != null) {
      return texts.getOrDefault(path, "");
    }
    String own = texts.get("text");
    return own == null ? String.join("\n", texts.values()) : own;
  }

  private String data(String name, Object value, String language) {
    List<?> values = value instanceof List<?> list ? list : List.of(value);
    String sort = words.codes().containsKey(name) ? name : name + "s";
    return values.stream()
        .map(one -> label(sort, String.valueOf(one), language))
        .collect(Collectors.joining(", "));
  }

  private String labels(String sort, List<String> codes, String language) {
    return codes.isEmpty()
        ? NONE
        : codes.stream().map(code -> label(sort, code, language)).collect(Collectors.joining(", "));
  }

  /** The label of a code; a recurring duty's code carries its round after a {@code #}. */
  private String label(String sort, @Nullable String code, String language) {
    if (code == null) {
      return NONE;
    }
    int round = code.indexOf('#');
    String plain = round < 0 ? code : code.substring(0, round);
    String label = words.label(sort, plain, language);
    return label.equals(plain) ? code : label;
  }
}
