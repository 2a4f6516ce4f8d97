package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one value against what its field may take. */
record ValueCheck(Declaration declaration) {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_CODE = 200;
  private static final int LONGEST_LIST = 100;

  /** What was expected and found, such as "one of [...], but found 'x'"; empty if it is right. */
  Optional<String> wrong(Field field, @Nullable Object value) {
    return switch (field.type()) {
      case CODE -> oneOf(field.values().keySet(), value);
      case GROUND -> oneOf(declaration.grounds().keySet(), value);
      case CALLOUT -> callout(value);
      case FLAG -> unless(value instanceof Boolean, "true or false", value);
      case TEXT -> text(value, LONGEST_TEXT, "a text");
      case ANY_CODE -> text(value, LONGEST_CODE, "a code");
      case LIST -> list(value).or(() -> ending(field.endings(), value));
      case NUMBER -> unless(value instanceof Number, "a number", value);
      case TIER -> tier(value);
      case INSTANT ->
          unless(
              value instanceof String text && Trigger.instant(text) != null,
              "an instant with its offset, such as 2026-03-02T18:00:00Z",
              value);
    };
  }

  private static Optional<String> oneOf(Collection<String> codes, @Nullable Object value) {
    return unless(value instanceof String code && codes.contains(code), "one of " + codes, value);
  }

  /** Which there are is not for everybody to read. */
  private Optional<String> tier(@Nullable Object value) {
    boolean known = value instanceof String code && declaration.tiers().containsKey(code);
    return unless(known, "a tier of the pack", value);
  }

  /** A recurring duty's callout has its round behind it, such as {@code update-overdue#2}. */
  private Optional<String> callout(@Nullable Object value) {
    Collection<String> codes = declaration.callouts().keySet();
    boolean right =
        value instanceof String code && codes.contains(code.replaceFirst("#[1-9]\\d{0,8}$", ""));
    return unless(right, "one of " + codes, value);
  }

  private static Optional<String> text(@Nullable Object value, int longest, String what) {
    boolean right = value instanceof String text && !text.isBlank() && text.length() <= longest;
    return unless(right, "%s of 1 to %d characters".formatted(what, longest), value);
  }

  private static Optional<String> list(@Nullable Object value) {
    boolean right =
        value instanceof List<?> list
            && list.size() <= LONGEST_LIST
            && list.stream().allMatch(item -> text(item, LONGEST_CODE, "").isEmpty());
    return unless(
        right,
        "a list of at most %d texts of 1 to %d characters".formatted(LONGEST_LIST, LONGEST_CODE),
        value);
  }

  private static Optional<String> ending(List<String> endings, @Nullable Object value) {
    return endings.isEmpty() || !(value instanceof List<?> names)
        ? Optional.empty()
        : names.stream()
            .filter(name -> !endings.contains(ending(name.toString())))
            .findFirst()
            .map(
                name ->
                    "names of files that end with one of %s, but found %s"
                        .formatted(endings, Echo.of(name)));
  }

  private static String ending(String name) {
    String file = name.strip();
    int dot = file.lastIndexOf('.');
    return dot < 1 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> unless(boolean right, String what, @Nullable Object value) {
    return right ? Optional.empty() : Optional.of(what + ", but found " + Echo.of(value));
  }
}
