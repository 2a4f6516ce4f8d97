package io.tierline.notice;

import io.tierline.account.Person;
import io.tierline.policy.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Words letters: the vendor's language first, then English. */
@Component
class Letters {
  private static final String BETWEEN = "\n\n" + "-".repeat(40) + "\n\n";

  private final NoticeSettings settings;

  Letters(NoticeSettings settings) {
    this.settings = settings;
  }

  /**
   * The letter of a template to a person.
   *
   * @param name the template's name among the pack's
   */
  Letter write(String name, Vocabulary.Notice template, Filling wording, Person person) {
    String cause = wording.cause();
    List<String> languages = languages(wording.language(), template);
    return new Letter(
        cause,
        name,
        person.id(),
        Objects.requireNonNull(person.email()),
        oneLine(person.name()),
        messageId(local(cause) + "." + local(name) + "." + hash(cause + " " + person.id())),
        messageId(local(wording.thread())),
        String.join(", ", languages),
        oneLine(parts(template.subject(), languages, wording, " / ")),
        parts(template.body(), languages, wording, BETWEEN));
  }

  String link(String ticket) {
    return settings.url() + "/api/v1/tickets/" + ticket;
  }

  /** Where a version is compared with the one before it. */
  String link(String pack, String version, String former) {
    return UriComponentsBuilder.fromUriString(settings.url())
        .path("/api/v1/policies/{pack}/versions/{version}/differences")
        .queryParam("with", "{former}")
        .encode()
        .buildAndExpand(pack, version, former)
        .toUriString();
  }

  private static List<String> languages(String language, Vocabulary.Notice template) {
    return Stream.of(language, "en").distinct().filter(template.body()::containsKey).toList();
  }

  /** A part that says the same in both languages stands once. */
  private static String parts(
      Map<String, String> template, List<String> languages, Filling wording, String between) {
    return languages.stream()
        .filter(template::containsKey)
        .map(language -> wording.fill(template.get(language), language).strip())
        .distinct()
        .collect(Collectors.joining(between));
  }

  /** A header ends where its line ends: what could begin another one becomes a space. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private String messageId(String local) {
    return "<" + local + "@" + settings.domain() + ">";
  }

  private static String local(String text) {
    return text.replaceAll("[^A-Za-z0-9-]", ".");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
