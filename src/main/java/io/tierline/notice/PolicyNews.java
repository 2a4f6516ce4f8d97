package io.tierline.notice;

import io.tierline.account.Accounts;
import io.tierline.account.Agreement;
import io.tierline.account.Person;
import io.tierline.outbox.Destination;
import io.tierline.outbox.Outbox;
import io.tierline.outbox.Parcel;
import io.tierline.policy.Differences;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Packs;
import io.tierline.policy.Vocabulary.Notice;
import io.tierline.release.PackReleased;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the parties to agreements on a pack that a new version of it says something else (SA-005).
 * The release only puts a parcel into the outbox; the letters are written from there, so that no
 * fault of theirs keeps a policy from its release.
 */
@Component
class PolicyNews implements Destination {
  private static final String NAME = "policy-news";

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
    Map<String, Object> body =
        Map.of(
            "pack", released.pack(),
            "version", released.version(),
            "former", released.former());
    outbox.send(
        new Parcel("policy/" + released.pack(), NAME, Parcel.Urgency.EVENT, "released", body));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  @Transactional
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    PackReleased released = json.convertValue(body, PackReleased.class);
    Pack pack =
        packs
            .version(released.pack(), released.version())
            .orElseThrow(missing(released.pack(), released.version()));
    List<String> changes = Changes.of(Differences.of(pack.files(), former(released)));
    if (!changes.isEmpty()) {
      String link = letters.link(released.pack(), released.version(), released.former());
      Release release = new Release(released, pack.vocabulary(), changes, link);
      outgoing.post(release.thread(), written(release));
    }
    return CompletableFuture.completedFuture(null);
  }

  private List<Letter> written(Release release) {
    return release.words().notices().stream()
        .filter(notice -> notice.on().equals(Notice.RELEASED))
        .flatMap(
            notice ->
                parties(release.released().pack(), notice.to())
                    .map(person -> letters.write(notice.on(), notice, release, person)))
        .toList();
  }

  private Stream<Person> parties(String pack, List<String> to) {
    return accounts.agreements(pack).stream()
        .flatMap(agreement -> organisations(agreement, to))
        .distinct()
        .flatMap(organisation -> accounts.people(organisation, null).stream())
        .filter(person -> person.email() != null);
  }

  private static Stream<String> organisations(Agreement agreement, List<String> to) {
    return to.stream().map(side -> side.equals("vendor") ? agreement.vendor() : agreement.holder());
  }

  /** Not compiled: a server that was replaced may have been the last one that could. */
  private PackFiles former(PackReleased released) {
    return packs
        .files(released.pack(), released.former())
        .orElseThrow(missing(released.pack(), released.former()));
  }

  private static Supplier<IllegalStateException> missing(String pack, String version) {
    return () ->
        new IllegalStateException(
            "Expected the stored pack %s@%s, but found none".formatted(pack, version));
  }
}
