package io.tierline.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a letter is about, and what fills the placeholders of its template: {@code {name}} or {@code
 * {name:detail}}. In one pass: braces in what is filled in are just braces.
 */
interface Filling {

  Logger LOG = LoggerFactory.getLogger(Filling.class);

  Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z-]*)(?::([^{}]*))?}");

  /** What caused the letter, such as {@code T-000001/3}: it causes each letter once. */
  String cause();

  /** What the letters of one thread share, such as a ticket's number. */
  String thread();

  /** The vendor's language. */
  String language();

  /** What stands for a name; empty for one that is not known. */
  Optional<String> value(String name, @Nullable String detail, String language);

  /** The template with its placeholders filled, in one language. */
  default String fill(String template, String language) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    value(found.group(1), found.group(2), language)
                        .orElseGet(() -> faulty(found.group()))));
  }

  /** The pack is at fault; the reader sees the placeholder rather than a gap. */
  private String faulty(String placeholder) {
    LOG.error(
        "Expected a notice to name known placeholders, but the one on {} met {}",
        cause(),
        placeholder);
    return placeholder;
  }
}
