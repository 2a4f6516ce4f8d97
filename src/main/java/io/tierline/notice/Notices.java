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
    if (tickets.standing(event.ticket()).isEmpty()) {
      throw new Unusable("no ticket " + event.ticket() + " is known");
    }
    Vocabulary words = tickets.vocabulary(event.ticket());
    Wording wording =
        new Wording(
            event, words, tickets.texts(event.ticket(), event.seq()), letters.link(event.ticket()));
    outgoing.post(written(words.notices(), wording));
  }

  private List<Letter> written(List<Vocabulary.Notice> templates, Wording wording) {
    List<Letter> written = new ArrayList<>();
    for (int n = 0; n < templates.size(); n++) {
      Vocabulary.Notice template = templates.get(n);
      if (template.on().equals(wording.event().entry().kind())) {
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
    void post(List<Letter> letters) {
      letters.stream()
          .sorted(Comparator.comparing(Letter::recipient))
          .filter(rows::add)
          .forEach(letter -> outbox.send(parcel(letter)));
    }

    private Parcel parcel(Letter letter) {
      return new Parcel(
          "mail/" + letter.recipient(),
          MailDestination.NAME,
          Parcel.Urgency.EVENT,
          "letter",
          json.convertValue(letter, BODY));
    }
  }
}
