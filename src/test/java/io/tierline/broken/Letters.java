package io.tierline.broken;

import io.tierline.stack.MailCatcher.Mail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mails that went out against those that the timelines call for. */
final class Letters {

  private static final List<String> RESELLER = List.of("rafa@andes.example", "rosa@andes.example");

  /** What a kind of entry causes: a mail to each, whose subject says this. */
  private record Due(String kind, String subject, List<String> recipients) {}

  private static final List<Due> DUE =
      List.of(
          new Due("opened", "Received", RESELLER),
          new Due("acknowledged", "Being worked on", RESELLER),
          new Due("replied", "Reply", RESELLER),
          new Due("fix-delivered", "Fix delivered", RESELLER),
          new Due("closed", "Closed", RESELLER),
          new Due(
              "incident-declared", "Incident manager called", List.of("ivy@realnetworks.example")));

  private Letters() {}

  /**
   * Where they differ, a line each. A doubled mail can be told by its id: one occasion has one.
   *
   * @param kinds how many entries of each kind each ticket has
   */
  static List<String> differences(Map<String, Map<String, Long>> kinds, List<Mail> mails) {
    Map<String, Set<String>> sent = new HashMap<>();
    mails.forEach(
        mail ->
            mail.to()
                .forEach(
                    to ->
                        sent.computeIfAbsent(about(mail, to), k -> new HashSet<>())
                            .add(mail.id())));
    List<String> differences = new ArrayList<>();
    kinds.forEach(
        (ticket, counts) ->
            DUE.forEach(
                due ->
                    due.recipients()
                        .forEach(
                            to -> {
                              String about = ticket + " " + due.subject() + " to " + to;
                              Kept.compare(
                                  differences,
                                  about,
                                  counts.getOrDefault(due.kind(), 0L),
                                  (long) sent.getOrDefault(about, Set.of()).size());
                            })));
    return differences;
  }

  /** A subject is bilingual: {@code [T-000001] Recibido: ... / [T-000001] Received: ...}. */
  private static String about(Mail mail, String to) {
    String english = mail.subject().substring(mail.subject().lastIndexOf('['));
    String ticket = english.substring(1, english.indexOf(']'));
    String said = english.substring(english.indexOf(']') + 1).replaceFirst(":.*", "").strip();
    return ticket + " " + said + " to " + to.replaceFirst(".*<(.*)>", "$1");
  }
}
