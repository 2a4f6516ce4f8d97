package io.tierline.policy;

import org.jspecify.annotations.Nullable;

/** What somebody sent, as a refusal may repeat it: short, on one line, in quotes. */
final class Echo {

  private static final int LONGEST = 60;

  private Echo() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = value.toString();
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String shown = text.substring(0, end).replaceAll("\\p{Cntrl}", " ");
    return "'" + shown + (end < text.length() ? "...'" : "'");
  }
}
