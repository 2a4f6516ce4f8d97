package io.tierline.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierline.broken.Kept.Claimed;
import io.tierline.stack.Engine;
import io.tierline.stack.LocalStack;
import io.tierline.stack.OpenSearch;
import io.tierline.stack.Part;
import io.tierline.stack.Place;
import io.tierline.stack.Ports;
import io.tierline.stack.PostgreSql;
import io.tierline.stack.Progress;
import io.tierline.stack.Server;
import io.tierline.stack.Way;
import io.tierline.stack.Webapps;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that were cancelled, or lost with the whole engine, stand again where they stood. */
class ComingBackIT {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Pattern AGAIN = Pattern.compile("Started \\S+ of (\\S+) again");

  private final LocalStack stack =
      new LocalStack(Place.apart("coming-back"), Ports.free(), new Progress(System.out), Way.LOCAL);
  private final Server server = stack.server("server");
  private final Acknowledged log = new Acknowledged();
  private Kept kept;

  @BeforeEach
  void start() {
    stack.wipe("safr");
    stack.part(Engine.class).exportInBulks();
    stack.start(PostgreSql.class);
    CompletableFuture<Void> starting =
        CompletableFuture.runAsync(server::start, Thread::startVirtualThread);
    stack.start();
    starting.join();
    kept = Kept.on(stack);
    await().atMost(SOON).until(server::ready);
  }

  @AfterEach
  void stop() {
    server.stop();
    stack.close();
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void shouldBringEveryTicketBackToWhereItsTimelineStands() throws Exception {
    Aftermath aftermath = new Aftermath(stack);
    Crowd crowd = Crowd.of(6, List.of(server), log, new SplittableRandom(1));
    TimeUnit.SECONDS.sleep(12);
    crowd.stop();
    aftermath.holds(log);

    List<Claimed> cancelled = cancelEverySecond();
    await().atMost(Duration.ofMinutes(2)).until(() -> kept.running(cancelled) == 0);
    aftermath.everyTicketStandsAtItsTask();

    List<Claimed> before = kept.claims();
    int since = Files.readAllLines(server.log()).size();
    loseTheEngine();
    aftermath.everyTicketStandsAtItsTask();
    calledFirst(before, since);
    aftermath.holds(log);
  }

  private List<Claimed> cancelEverySecond() throws Exception {
    Operate operate = new Operate(stack.part(Webapps.class).address());
    List<Claimed> running = kept.claims();
    List<Claimed> some = running.stream().filter(claim -> claim.instance() % 2 == 0).toList();
    for (Claimed claim : some) {
      // Operate answers 500 now and then while it imports; a person would click again.
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreException(IOException.class)
          .untilAsserted(() -> operate.cancel(claim.instance()));
    }
    System.out.printf("%d of %d processes are cancelled%n", some.size(), running.size());
    assertThat(some).isNotEmpty();
    return some;
  }

  /** The engine and what was exported belong together; tickets are opened meanwhile. */
  private void loseTheEngine() throws Exception {
    List<Part> lost =
        List.of(stack.part(Webapps.class), stack.part(Engine.class), stack.part(OpenSearch.class));
    lost.forEach(Part::kill);
    lost.forEach(Part::wipe);
    await().atMost(SOON).until(() -> !server.ready());
    Crowd crowd = Crowd.of(2, List.of(server), log, new SplittableRandom(2));
    TimeUnit.SECONDS.sleep(5);
    crowd.stop();
    stack.start();
    await().atMost(SOON).until(server::ready);
  }

  /**
   * Of what ran before, every callout was asked for again before the first ticket: in the server's
   * own words, for a start that the engine is slow to claim is sent again, later. Tickets that are
   * opened meanwhile don't count, they call somebody when their time comes.
   */
  private void calledFirst(List<Claimed> before, int since) throws Exception {
    Map<String, Boolean> callouts =
        before.stream()
            .collect(Collectors.toMap(Claimed::subject, Claimed::callout, Boolean::logicalOr));
    List<String> again =
        Files.readAllLines(server.log()).stream()
            .skip(since)
            .map(AGAIN::matcher)
            .filter(Matcher::find)
            .map(started -> started.group(1))
            .distinct()
            .filter(callouts::containsKey)
            .toList();
    List<Boolean> order = again.stream().map(callouts::get).toList();
    assertThat(again)
        .containsAll(
            kept.claims().stream()
                .filter(claim -> callouts.getOrDefault(claim.subject(), false))
                .map(Claimed::subject)
                .toList());
    System.out.printf(
        "Of %d that ran before, %d were started again%n", before.size(), order.size());
    assertThat(order).as("callouts").contains(true, false);
    assertThat(order.lastIndexOf(true)).as("callouts first").isLessThan(order.indexOf(false));
  }
}
