package io.tierline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

class RefusalTest {
  private static final Address[] NONE = {};

  @Test
  void shouldLeaveAnAddressThatTheServerCallsInvalid() throws AddressException {
    Address[] invalid = {new InternetAddress("gone@example.org")};
    SendFailedException failed =
        new SendFailedException(
            "Invalid Addresses", new MessagingException("550 no such user"), NONE, NONE, invalid);

    assertThat(Refusal.forGood(wrapped(failed))).contains("550 no such user");
  }

  @Test
  void shouldTryAgainWhatTheServerDidNotTakeForNow() throws AddressException {
    Address[] unsent = {new InternetAddress("full@example.org")};
    SendFailedException failed =
        new SendFailedException(
            "not now", new MessagingException("452 mailbox full"), NONE, unsent, NONE);

    assertThat(Refusal.forGood(wrapped(failed))).isEmpty();
  }

  @Test
  void shouldLeaveALetterWhoseContentTheServerRefuses() {
    assertThat(Refusal.forGood(wrapped(answered(".", 554)))).contains("554 no");
    assertThat(Refusal.forGood(wrapped(answered(".", 451)))).isEmpty();
    assertThat(Refusal.forGood(wrapped(answered("MAIL FROM:<us@example.org>", 530)))).isEmpty();
  }

  private static SMTPSendFailedException answered(String command, int code) {
    return new SMTPSendFailedException(command, code, code + " no", null, NONE, NONE, NONE);
  }

  @Test
  void shouldTryAgainWhenTheServerIsDown() {
    assertThat(
            Refusal.forGood(
                wrapped(new MessagingException("no route", new ConnectException("refused")))))
        .isEmpty();
  }

  @Test
  void shouldLeaveWhatIsNoAddress() {
    assertThat(Refusal.forGood(new AddressException("Missing final '@domain'"))).isPresent();
  }

  private static MailSendException wrapped(Exception cause) {
    return new MailSendException(Map.of("mail", cause));
  }
}
