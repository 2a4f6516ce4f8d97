package io.tierline.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/** A ticket's number and the count behind it, such as T-000042 and 42. */
final class TicketNumber {

  private static final Pattern SHAPE = Pattern.compile("T-(\\d{6,18})");

  private TicketNumber() {}

  /** The count of a number, so that lists stay in order past T-999999. */
  static Optional<Long> count(String number) {
    var shape = SHAPE.matcher(number);
    return shape.matches() ? Optional.of(Long.parseLong(shape.group(1))) : Optional.empty();
  }
}
