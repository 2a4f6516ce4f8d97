package io.tierline.notice;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ticket events; one is acknowledged when its letters are written. */
@Component
class NoticeListener {
  private final Notices notices;
  private final JsonMapper json;

  NoticeListener(Notices notices, JsonMapper json) {
    this.notices = notices;
    this.json = json;
  }

  @KafkaListener(
      id = "notices",
      topics = "${tierline.topic:ticket-events}",
      groupId = "${tierline.notice.group:tierline-notices}",
      containerFactory = "noticeListeners",
      properties = {"auto.offset.reset=earliest", "enable.auto.commit=false"})
  void on(String value) {
    notices.write(parsed(value));
  }

  private TicketEvent parsed(String value) {
    TicketEvent event;
    try {
      event = json.readValue(value, TicketEvent.class);
    } catch (JacksonException e) {
      // only where: the original message quotes what it could not read
      throw new Unusable("its JSON is not one, at " + e.getLocation());
    }
    if (event == null || !event.usable()) {
      throw new Unusable("it lacks id, ticket, agreement, customer, entry or judgement");
    }
    return event;
  }
}
