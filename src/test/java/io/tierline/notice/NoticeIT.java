package io.tierline.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

@OnTheStack({PostgreSql.class, Kafka.class})
@ContextConfiguration(classes = NoticeWorld.class)
@TestPropertySource(
    properties = {
      "tierline.topic=notice-it",
      "tierline.notice.from=support@maker.example",
      "tierline.outbox.first-backoff=50ms",
      "tierline.outbox.max-backoff=200ms"
    })
class NoticeIT {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Autowired private KafkaTemplate<String, String> kafka;
  @Autowired private JdbcClient jdbc;

  @BeforeAll
  static void startMailServer() {
    NoticeWorld.SMTP.start();
  }

  @Test
  void shouldMailEachPersonOnceAlthoughTheEventArrivesTwice() throws Exception {
    String ticket = ticket();
    publish(ticket, 1, "opened", "all");
    publish(ticket, 1, "opened", "all");
    publish(ticket, 2, "opened", "all");

    await().atMost(LONG).until(() -> mails(ticket).size() >= 2);
    await().during(Duration.ofMillis(500)).atMost(LONG).until(() -> mails(ticket).size() == 2);
    assertThat(mails(ticket)).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
  }

  @Test
  void shouldWriteInTheVendorsLanguageFirstThenInEnglish() throws Exception {
    String ticket = ticket();
    publish(ticket, 1, "opened", "all");

    await().atMost(LONG).until(() -> mails(ticket).size() == 1);
    MimeMessage mail = mails(ticket).getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("[%s] Recibido: Alto / [%s] Received".formatted(ticket, ticket));
    assertThat(text(mail))
        .startsWith("Gravedad: Alto. Falta: Pasos. 2026-03-02 22:00 UTC")
        .contains("http://localhost:8080/api/v1/tickets/" + ticket)
        .contains("Severity: High. Missing: Steps. -. {nonsense}");
  }

  @Test
  void shouldKeepFreeTextOutOfTheHeaders() throws Exception {
    String ticket = ticket();
    publish(ticket, 1, "replied", "all");

    await().atMost(LONG).until(() -> mails(ticket).size() == 4);
    for (MimeMessage mail : mails(ticket)) {
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getSubject()).isEqualTo("Grüße {ticket} Bcc: victim@example.org more");
      assertThat(mail.getAllRecipients()).hasSize(1);
    }
    assertThat(mails(ticket))
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .allMatch(to -> to.matches("(?s).*<(ana|carl|agent|manager)@example.org>"));
  }

  @Test
  void shouldTellNobodyOutsideWhatIsForTheVendorOnly() throws Exception {
    String ticket = ticket();
    publish(ticket, 1, "replied", "vendor");

    await().atMost(LONG).until(() -> mails(ticket).size() >= 2);
    await().during(Duration.ofMillis(500)).atMost(LONG).until(() -> mails(ticket).size() == 2);
    assertThat(mails(ticket))
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .noneMatch(to -> to.contains("ana@") || to.contains("carl@"));
  }

  @Test
  void shouldNoteAnAddressThatCannotBeAndMailTheOthers() {
    String ticket = ticket();
    publish(ticket, 1, "opened", "all");

    await().atMost(LONG).until(() -> mails(ticket).size() == 1);
    await().atMost(LONG).until(() -> refused(ticket).equals(List.of("r0")));
  }

  @Test
  void shouldCallTheIncidentManagersOfTheOpenCallout() throws Exception {
    String ticket = ticket();
    publish(ticket, 1, "incident-declared", "vendor");

    await().atMost(LONG).until(() -> mails(ticket).size() == 1);
    assertThat(mails(ticket).getFirst().getAllRecipients()[0].toString())
        .contains("manager@example.org");
  }

  @Test
  void shouldSetAsideWhatIsNoEventAndGoOn() {
    String ticket = ticket();
    kafka.send("notice-it", ticket, "{\"id\": 7");
    kafka.send("notice-it", ticket, "{}");
    publish("X-" + ticket, 1, "opened", "all");
    publish(ticket, 1, "opened", "all");

    await().atMost(LONG).until(() -> mails(ticket).size() == 1);
  }

  @Test
  void shouldSendEveryMailAfterTheMailServerWasDown() {
    String ticket = ticket();
    NoticeWorld.SMTP.stop();
    try {
      publish(ticket, 1, "opened", "all");
      await().atMost(LONG).until(() -> attempts() > 1);
    } finally {
      NoticeWorld.SMTP.start();
    }

    await().atMost(LONG).until(() -> mails(ticket).size() == 1);
  }

  private long attempts() {
    return jdbc.sql("select coalesce(max(attempts), 0) from outbox where destination = 'mail'")
        .query(Long.class)
        .single();
  }

  private List<String> refused(String ticket) {
    return jdbc.sql("select recipient from notice where event_id like ? and refused is not null")
        .param(ticket + "/%")
        .query(String.class)
        .list();
  }

  private static String ticket() {
    return "T-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static List<MimeMessage> mails(String ticket) {
    return Stream.of(NoticeWorld.SMTP.getReceivedMessages())
        .filter(mail -> header(mail, "References").contains("<" + ticket + "@maker.example>"))
        .toList();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return String.valueOf(mail.getHeader(name, null));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    return mail.getContent() instanceof String text
        ? text.replace("\r\n", "\n")
        : GreenMailUtil.getBody(mail);
  }

  private void publish(String ticket, int seq, String kind, String visibility) {
    kafka.send(
        "notice-it",
        ticket,
        """
        {"id": "%1$s/%2$d", "ticket": "%1$s", "seq": %2$d, "generation": 1, "agreement": "demo",
         "customer": "shop", "pack": "p", "version": "1",
         "entry": {"seq": %2$d, "at": "2026-03-02T18:00:00Z", "recordedAt": "2026-03-02T18:00:00Z",
           "by": {"role": "agent", "tier": "L3", "org": "maker", "id": "a1"},
           "kind": "%3$s", "visibility": "%4$s", "data": {"text": true, "callout": "late#2"}},
         "judgement": {"status": "open",
           "severity": {"value": "HIGH", "why": {"decision": "severity", "row": 1, "clauses": []}},
           "tier": "L3", "group": "l3", "turn": "vendor", "missing": ["steps"],
           "clocks": [{"name": "response", "round": 1, "state": "running", "breached": false,
             "owner": "vendor", "budget": 4, "unit": "hours", "startedAt": "2026-03-02T18:00:00Z",
             "dueAt": "2026-03-02T22:00:00Z", "pack": "p@1",
             "why": {"decision": "timers", "row": 1, "clauses": []}}],
           "callouts": [{"code": "late#2", "role": "incident-manager", "group": "managers",
             "since": "2026-03-02T22:00:00Z", "answered": false,
             "why": {"decision": "callout", "row": 1, "clauses": []}}],
           "nextChangeAt": "2026-03-02T22:00:00.001Z"}}
        """
            .formatted(ticket, seq, kind, visibility));
  }
}
