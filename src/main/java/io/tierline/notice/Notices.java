package io.tierline.notice;

import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.policy.Vocabulary;
import io.tierline.ticket.Tickets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns an event into letters. They leave through the outbox, so an event is done with when its
 * letters are written: a mail server that is down delays mails, and a bad address its own only.
 */
@Component
class Notices {
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

  private final Tickets tickets;
  private final Recipients recipients;
  private final Letters letters;
  private final Outgoing outgoing;

  Notices(Tickets tickets, Recipients recipients, Letters letters, Outgoing outgoing) {
    this.tickets = tickets;
    this.recipients = recipients;
    this.letters = letters;
    this.outgoing = outgoing;
  }

  @Transactional
  public void write(TicketEvent event) {
    Vocabulary words =
        tickets
            .vocabulary(event.ticket())
            .orElseThrow(() -> new Unusable("no ticket " + event.ticket() + " is known"));
    if (words.notices().stream().anyMatch(template -> tells(template, event))) {
      Wording wording =
          new Wording(
              event,
              words,
              tickets.texts(event.ticket(), event.seq()),
              letters.link(event.ticket()));
      outgoing.post(event.ticket(), written(words.notices(), wording));
    }
  }

  private static boolean tells(Vocabulary.Notice template, TicketEvent event) {
    return template.on().equals(event.entry().kind());
  }

  private List<Letter> written(List<Vocabulary.Notice> templates, Wording wording) {
    List<Letter> written = new ArrayList<>();
    for (int n = 0; n < templates.size(); n++) {
      Vocabulary.Notice template = templates.get(n);
      if (tells(template, wording.event())) {
        String name = template.on() + "." + n;
        recipients
            .of(template.to(), wording.event())
            .forEach(person -> written.add(letters.write(name, template, wording, person)));
      }
    }
    return written;
  }

  /** Puts letters into the outbox that were not there before. */
  @Component
  static class Outgoing {
    private final NoticeRows rows;
    private final Outbox outbox;
    private final JsonMapper json;

    Outgoing(NoticeRows rows, Outbox outbox, JsonMapper json) {
      this.rows = rows;
      this.outbox = outbox;
      this.json = json;
    }

    /** In the order of their lanes, so that two events at once can't lock each other out. */
    void post(String ticket, List<Letter> letters) {
      letters.stream()
          .sorted(Comparator.comparing(letter -> letter.lane(ticket)))
          .filter(rows::add)
          .forEach(letter -> outbox.send(parcel(ticket, letter)));
    }

    /**
     * Across tickets order is worth nothing, and one queue a person would let the letter that can't
     * be sent hold up all of theirs.
     */
    private Parcel parcel(String ticket, Letter letter) {
      return new Parcel(
          letter.lane(ticket),
          MailDestination.NAME,
          Parcel.Urgency.EVENT,
          "letter",
          json.convertValue(letter, BODY));
    }
  }
}
