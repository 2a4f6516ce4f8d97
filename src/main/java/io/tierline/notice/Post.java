package io.tierline.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes a mail of a letter and hands it to the mail server. */
@Component
class Post {
  private final ObjectProvider<JavaMailSender> mail;
  private final NoticeSettings settings;

  Post(ObjectProvider<JavaMailSender> mail, NoticeSettings settings) {
    this.mail = mail;
    this.settings = settings;
    mail.ifAvailable(this::limit);
    nameProvider();
  }

  /** Jakarta Mail looks through every jar for its provider, for each header, unless it is named. */
  private static void nameProvider() {
    System.getProperties()
        .putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  void send(Letter letter) throws MessagingException {
    JavaMailSender sender = mail.getIfAvailable();
    if (sender == null) {
      throw new IllegalStateException("Expected spring.mail.host to be set, but it isn't");
    }
    sender.send(message(sender.createMimeMessage(), letter));
  }

  private MimeMessage message(MimeMessage message, Letter letter) throws MessagingException {
    MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(address(letter));
    helper.setSubject(Letters.oneLine(letter.subject()));
    helper.setText(letter.text());
    message.setHeader("Message-ID", letter.messageId());
    message.setHeader("References", letter.thread());
    message.setHeader("Content-Language", letter.languages());
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static InternetAddress address(Letter letter) throws MessagingException {
    InternetAddress address = new InternetAddress(letter.address(), true);
    try {
      address.setPersonal(Letters.oneLine(letter.name()), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new AddressException(e.getMessage());
    }
    return address;
  }

  /** Without these a mail server that accepts and then says nothing is waited for, for ever. */
  private void limit(JavaMailSender sender) {
    if (sender instanceof JavaMailSenderImpl smtp) {
      Properties properties = smtp.getJavaMailProperties();
      String millis = String.valueOf(settings.mailTimeout().toMillis());
      properties.putIfAbsent("mail.smtp.connectiontimeout", millis);
      properties.putIfAbsent("mail.smtp.timeout", millis);
      properties.putIfAbsent("mail.smtp.writetimeout", millis);
    }
  }
}
