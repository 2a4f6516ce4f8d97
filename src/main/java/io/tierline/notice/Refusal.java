package io.tierline.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/** Tells an address that a mail server refuses for good from anything that another try may help. */
final class Refusal {
  private Refusal() {}

  /** Why this letter can never arrive; empty if another try may help. */
  static Optional<String> forGood(Exception e) {
    return switch (e) {
      case MailSendException failed ->
          Arrays.stream(failed.getMessageExceptions())
              .flatMap(each -> forGood(each).stream())
              .findFirst();
      case AddressException bad -> Optional.of("not an address: " + bad.getMessage());
      case SMTPSendFailedException failed ->
          heard(failed).or(() -> invalid(failed)).or(() -> next(failed));
      case SendFailedException failed -> invalid(failed).or(() -> next(failed));
      case MessagingException other -> next(other);
      default -> Optional.empty();
    };
  }

  /** The whole letter was refused after it was heard: its content or its size. */
  private static Optional<String> heard(SMTPSendFailedException e) {
    return e.getReturnCode() >= 500 && Set.of(".", "DATA").contains(String.valueOf(e.getCommand()))
        ? Optional.of(String.valueOf(e.getMessage()))
        : Optional.empty();
  }

  /**
   * An address is "invalid" where the server answered so (550 and its like), not where it is busy.
   */
  private static Optional<String> invalid(SendFailedException e) {
    boolean none = e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0;
    Exception words = e.getNextException() == null ? e : e.getNextException();
    return none ? Optional.empty() : Optional.of(String.valueOf(words.getMessage()));
  }

  private static Optional<String> next(MessagingException e) {
    return e.getNextException() == null ? Optional.empty() : forGood(e.getNextException());
  }
}
