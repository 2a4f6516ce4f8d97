package io.tierline.stack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The far side of outgoing mail: takes every letter and delivers none. */
public final class MailCatcher {

  /**
   * A letter that came.
   *
   * @param id its {@code Message-ID}
   * @param from the sender
   * @param to the recipients
   * @param subject the subject in the clear
   * @param text the body
   */
  public record Mail(String id, String from, List<String> to, String subject, String text) {}

  private final int port;
  private @Nullable GreenMail server;

  MailCatcher(int port) {
    this.port = port;
  }

  /** Starts it unless it runs. */
  public synchronized void start() {
    if (server == null) {
      GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
      started.start();
      server = started;
    }
  }

  synchronized boolean runs() {
    return server != null;
  }

  /** Stops it, as a far side that can't be reached; what it caught is gone. */
  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  /** What it caught since its start, oldest first. */
  public synchronized List<Mail> mails() {
    return server == null
        ? List.of()
        : Stream.of(server.getReceivedMessages()).map(MailCatcher::read).toList();
  }

  private static Mail read(MimeMessage message) {
    try {
      return new Mail(
          String.valueOf(message.getMessageID()),
          message.getFrom()[0].toString(),
          Stream.of(message.getAllRecipients()).map(Address::toString).toList(),
          String.valueOf(message.getSubject()),
          text(message));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage message) throws MessagingException {
    try {
      return message.getContent() instanceof String text ? text : GreenMailUtil.getBody(message);
    } catch (java.io.IOException e) {
      throw new MessagingException("unreadable", e);
    }
  }
}
