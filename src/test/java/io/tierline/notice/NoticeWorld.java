package io.tierline.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.outbox.Outbox;
import io.tierline.policy.Packs;
import io.tierline.policy.Vocabulary;
import io.tierline.policy.Vocabulary.Notice;
import io.tierline.ticket.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Notices on the real broker, database and SMTP; tickets and accounts answer as told here. */
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan(basePackageClasses = {NoticeListener.class, Outbox.class})
class NoticeWorld {
  static final GreenMail SMTP = mailServer();

  static final Vocabulary WORDS =
      new Vocabulary(
          "es",
          Map.of(),
          Map.of(
              "severities", Map.of("HIGH", Map.of("es", "Alto", "en", "High")),
              "fields", Map.of("steps", Map.of("es", "Pasos", "en", "Steps")),
              "clocks", Map.of("response", Map.of("en", "Response"), "update", Map.of())),
          Map.of(),
          Map.of(),
          List.of(
              new Notice(
                  "opened",
                  List.of("reseller"),
                  Map.of("es", "[{ticket}] Recibido: {severity}", "en", "[{ticket}] Received"),
                  Map.of(
                      "es", "Gravedad: {severity}. Falta: {missing}. {due:response}\n{link}",
                      "en", "Severity: {severity}. Missing: {missing}. {due:update}. {nonsense}")),
              new Notice(
                  "replied",
                  List.of("reseller", "customer", "vendor"),
                  Map.of("es", "{text}", "en", "{text}"),
                  Map.of("es", "{text}", "en", "{text}")),
              new Notice(
                  "incident-declared",
                  List.of("incident-managers"),
                  Map.of("es", "Motivo", "en", "Reason"),
                  Map.of("es", "{callout}", "en", "{callout}"))),
          Map.of());

  /** On a port that it keeps, so that it can be stopped and started again. */
  private static GreenMail mailServer() {
    try (ServerSocket free = new ServerSocket(0)) {
      return new GreenMail(
          new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Person person(String id, String email, String role, String org) {
    return new Person(
        id, "Ana\r\nBcc: x@example.org", email, null, null, role, null, org, List.of());
  }

  @Bean
  JavaMailSender mail() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(SMTP.getSmtp().getServerSetup().getPort());
    return sender;
  }

  @Bean
  Accounts accounts() {
    Accounts accounts = Mockito.mock(Accounts.class);
    Mockito.when(accounts.agreement("demo"))
        .thenReturn(Optional.of(new Agreement("demo", "p", "boreal", "maker", Map.of())));
    Person manager = person("m1", "manager@example.org", "incident-manager", "maker");
    Mockito.when(accounts.people("boreal", null))
        .thenReturn(
            List.of(
                person("r0", "not an address", "reseller", "boreal"),
                person("r1", "ana@example.org", "reseller", "boreal")));
    Mockito.when(accounts.people("shop", null))
        .thenReturn(List.of(person("c1", "carl@example.org", "customer", "shop")));
    Mockito.when(accounts.people("maker", null))
        .thenReturn(List.of(person("a1", "agent@example.org", "agent", "maker"), manager));
    Mockito.when(accounts.people("maker", "managers")).thenReturn(List.of(manager));
    return accounts;
  }

  /** No pack is released here. */
  @Bean
  Packs packs() {
    return Mockito.mock(Packs.class);
  }

  @Bean
  Tickets tickets() {
    Tickets tickets = Mockito.mock(Tickets.class);
    Mockito.when(tickets.vocabulary(Mockito.startsWith("T-"))).thenReturn(Optional.of(WORDS));
    Mockito.when(tickets.vocabulary(Mockito.startsWith("X-"))).thenReturn(Optional.empty());
    Mockito.when(tickets.texts(Mockito.anyString(), Mockito.anyLong()))
        .thenReturn(Map.of("text", "Grüße {ticket}\r\nBcc: victim@example.org\r\n\r\nmore"));
    return tickets;
  }
}
