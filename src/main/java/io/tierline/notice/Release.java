package io.tierline.notice;

import io.tierline.release.PackReleased;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of a notice about a released version: {@code {pack}}, {@code {version}},
 * {@code {former}}, {@code {changes}}, {@code {link}}.
 *
 * @param changes what it says otherwise than the former one, a line each
 */
record Release(PackReleased released, List<String> changes, String link) implements Filling {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(pack|version|former|changes|link)}");

  @Override
  public String cause() {
    return "policy/%s/%s".formatted(released.pack(), released.version());
  }

  @Override
  public String thread() {
    return "policy/" + released.pack();
  }

  @Override
  public String language() {
    return released.language();
  }

  @Override
  public String fill(String template, String language) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String name) {
    return switch (name) {
      case "pack" -> released.pack();
      case "version" -> released.version();
      case "former" -> released.former();
      case "changes" -> String.join("\n", changes);
      default -> link;
    };
  }
}
