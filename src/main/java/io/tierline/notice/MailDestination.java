package io.tierline.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.tierline.outbox.Destination;
import jakarta.mail.MessagingException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mail server. One that is down, or refuses for now, is tried again by the relay; an address
 * that it refuses for good is noted and left.
 */
@Component
class MailDestination implements Destination {
  static final String NAME = "mail";
  private static final Logger LOG = LoggerFactory.getLogger(MailDestination.class);

  private final Post post;
  private final NoticeRows rows;
  private final JsonMapper json;
  private final MeterRegistry meters;

  MailDestination(Post post, NoticeRows rows, JsonMapper json, MeterRegistry meters) {
    this.post = post;
    this.rows = rows;
    this.json = json;
    this.meters = meters;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    Letter letter = json.convertValue(body, Letter.class);
    if (!rows.done(letter.messageId())) {
      try {
        post.send(letter);
        rows.sent(letter.messageId());
      } catch (MailException | MessagingException e) {
        refuse(letter, Refusal.forGood(e).orElseThrow(() -> new IllegalStateException(e)));
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  private void refuse(Letter letter, String reason) {
    LOG.error(
        "Mail {} to account {} was refused for good: {}",
        letter.messageId(),
        letter.recipient(),
        Letters.oneLine(reason));
    meters.counter("tierline.notice.refused").increment();
    rows.refused(letter.messageId(), reason);
  }
}
