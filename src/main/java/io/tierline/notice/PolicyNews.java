package io.tierline.notice;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.outbox.Destination;
import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.policy.Differences;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Packs;
import io.tierline.policy.Vocabulary.Notice;
import io.tierline.release.PackReleased;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the parties to agreements on a pack that a new version of it says something else (SA-005).
 * The release only puts a parcel into the outbox; the letters are written from there, so that no
 * fault of theirs keeps a policy from its release.
 */
@Component
class PolicyNews implements Destination {
  private static final String NAME = "policy-news";
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};
  private static final Logger LOG = LoggerFactory.getLogger(PolicyNews.class);

  private final Outbox outbox;
  private final Packs packs;
  private final Accounts accounts;
  private final Letters letters;
  private final Notices.Outgoing outgoing;
  private final JsonMapper json;

  PolicyNews(
      Outbox outbox,
      Packs packs,
      Accounts accounts,
      Letters letters,
      Notices.Outgoing outgoing,
      JsonMapper json) {
    this.outbox = outbox;
    this.packs = packs;
    this.accounts = accounts;
    this.letters = letters;
    this.outgoing = outgoing;
    this.json = json;
  }

  @EventListener
  void on(PackReleased released) {
    if (!released.notices().isEmpty()) {
      outbox.send(
          new Parcel(
              "policy/" + released.pack(),
              NAME,
              Parcel.Urgency.EVENT,
              "released",
              json.convertValue(released, BODY)));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Compiles nothing: the server that could may have been replaced since. */
  @Override
  @Transactional
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    PackReleased released = json.convertValue(body, PackReleased.class);
    List<String> changes =
        Changes.of(
            Differences.of(
                files(released.pack(), released.version()),
                files(released.pack(), released.former())));
    if (!changes.isEmpty()) {
      String link = letters.link(released.pack(), released.version(), released.former());
      Release release = new Release(released, changes, link);
      outgoing.post(release.thread(), written(release));
    }
    return CompletableFuture.completedFuture(null);
  }

  private List<Letter> written(Release release) {
    List<Notice> notices = release.released().notices();
    List<Letter> written = new ArrayList<>();
    for (int n = 0; n < notices.size(); n++) {
      Notice notice = notices.get(n);
      String name = notice.on() + "." + n;
      parties(release.released().pack(), notice.to())
          .forEach(person -> written.add(letters.write(name, notice, release, person)));
    }
    return written;
  }

  private Stream<Person> parties(String pack, List<String> to) {
    return accounts.agreements(pack).stream()
        .flatMap(agreement -> organisations(agreement, to))
        .distinct()
        .flatMap(organisation -> reachable(pack, organisation).stream());
  }

  private static Stream<String> organisations(Agreement agreement, List<String> to) {
    return to.stream().map(side -> side.equals("vendor") ? agreement.vendor() : agreement.holder());
  }

  private List<Person> reachable(String pack, String organisation) {
    List<Person> people =
        accounts.people(organisation, null).stream()
            .filter(person -> person.email() != null)
            .toList();
    if (people.isEmpty()) {
      LOG.warn("Nobody of {} has an address for the news of pack {}", organisation, pack);
    }
    return people;
  }

  private PackFiles files(String pack, String version) {
    return packs
        .files(pack, version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the stored pack %s@%s, but found none".formatted(pack, version)));
  }
}
