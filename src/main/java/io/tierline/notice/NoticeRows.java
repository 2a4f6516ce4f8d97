package io.tierline.notice;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notice}. */
@Component
class NoticeRows {
  private final JdbcClient jdbc;

  NoticeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this letter is new: its event came for the first time. */
  boolean add(Letter letter) {
    return jdbc.sql(
                """
                insert into notice (event_id, notice, recipient, message_id)
                values (:event, :notice, :recipient, :messageId)
                on conflict do nothing
                """)
            .param("event", letter.event())
            .param("notice", letter.notice())
            .param("recipient", letter.recipient())
            .param("messageId", letter.messageId())
            .update()
        == 1;
  }

  /** Whether the mail server took it, or said that it never will. */
  boolean done(String messageId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from notice
              where message_id = ? and (sent_at is not null or refused is not null))
            """)
        .param(messageId)
        .query(Boolean.class)
        .single();
  }

  /** The accounts that letters of these events went to, or will. */
  Set<String> recipients(List<String> events) {
    return events.isEmpty()
        ? Set.of()
        : jdbc.sql("select recipient from notice where event_id in (:events) and refused is null")
            .param("events", events)
            .query(String.class)
            .set();
  }

  void sent(String messageId) {
    jdbc.sql("update notice set sent_at = now() where message_id = ?").param(messageId).update();
  }

  void refused(String messageId, String reason) {
    jdbc.sql("update notice set refused = ? where message_id = ?")
        .params(reason, messageId)
        .update();
  }
}
