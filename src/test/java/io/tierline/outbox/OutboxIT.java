package io.tierline.outbox;

import static io.tierline.outbox.OutboxWorld.polling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;

@OnTheStack({PostgreSql.class, Kafka.class})
@ContextConfiguration(classes = OutboxWorld.class)
class OutboxIT {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Autowired private OutboxWorld.Hands hands;
  @Autowired private MeasuredBacklog backlog;

  @Test
  void shouldKeepTheOrderOfEveryLaneWithConcurrentWritersAndTwoRelays() {
    Recipient recipient = Recipient.answering("two-relays", got -> later(got.n()));
    OutboxRelay one = hands.relay(recipient, polling(SHORT));
    OutboxRelay other = hands.relay(recipient, polling(SHORT));
    Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
    List<String> lanes = IntStream.range(0, 10).mapToObj(n -> "order-" + n).toList();

    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 60; i++) {
        lanes.forEach(lane -> writers.execute(() -> countAndWrite(counters, "two-relays", lane)));
      }
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> hands.waiting("two-relays") == 0);
    one.stop();
    other.stop();
    List<Object> inOrder = IntStream.rangeClosed(1, 60).<Object>mapToObj(n -> n).toList();
    assertThat(lanes).allSatisfy(lane -> assertThat(recipient.of(lane)).isEqualTo(inOrder));
  }

  @Test
  void shouldSlowDownForABusyDestinationWithoutLossOrBusyLoop() {
    Semaphore places = new Semaphore(4);
    Recipient recipient =
        Recipient.answering("busy", got -> places.tryAcquire() ? held(places) : busy());
    IntStream.range(0, 300).forEach(n -> hands.write("busy", "busy-" + n, n));

    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await().atMost(Duration.ofSeconds(60)).until(() -> hands.waiting("busy") == 0);
    relay.stop();
    assertThat(recipient.accepted()).hasSize(300);
    assertThat(recipient.asked().get()).as("sends, refused ones included").isLessThan(600);
  }

  @Test
  void shouldSayOnHealthWhichWayOutIsBlocked() {
    Recipient recipient =
        Recipient.answering(
            "dead", got -> CompletableFuture.failedFuture(new IllegalStateException("dead")));
    OutboxHealth health = new OutboxHealth(backlog, polling(SHORT));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    hands.write("dead", "dead-1", 1);

    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              backlog.measure();
              assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            });
    assertThat(health.health().getDetails().get("dead").toString()).startsWith("1 wait");
    relay.stop();
    hands.forget("dead");
    backlog.measure();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void shouldAskADestinationThatIsOnlyBusyAFewTimesASecond() {
    Recipient recipient = Recipient.answering("only-busy", got -> busy());
    IntStream.range(0, 100).forEach(n -> hands.write("only-busy", "only-busy-" + n, n));

    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    relay.stop();
    assertThat(recipient.asked().get()).isBetween(5, 40);
    assertThat(hands.waiting("only-busy")).isEqualTo(100);
  }

  @Test
  void shouldBackOffTheFailingLaneAloneAndForEver() {
    AtomicBoolean mended = new AtomicBoolean();
    AtomicInteger refused = new AtomicInteger();
    Recipient recipient =
        Recipient.answering(
            "one-fails",
            got -> got.lane().equals("bad") && !mended.get() ? failed(refused) : done());
    hands.write("one-fails", "bad", 1);
    hands.write("one-fails", "bad", 2);
    IntStream.range(0, 50).forEach(n -> hands.write("one-fails", "good", n));

    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await().atMost(Duration.ofSeconds(20)).until(() -> recipient.of("good").size() == 50);
    await().atMost(Duration.ofSeconds(20)).until(() -> refused.get() >= 4);
    assertThat(recipient.of("bad")).isEmpty();
    await().until(() -> backlog.age("one-fails").compareTo(Duration.ofMillis(500)) > 0);
    mended.set(true);
    await().until(() -> recipient.of("bad").equals(List.of(1, 2)));
    relay.stop();
    assertThat(refused.get()).as("tries while it failed").isLessThan(30);
  }

  @Test
  void shouldSendAgainWithTheSameIdWhatAKilledRelayHadInHand() {
    hands.write("killed", "killed-1", 1);
    hands.write("killed", "killed-1", 2);
    List<Waiting> inHand = hands.rows().settleAndClaim("killed", List.of(), 8);
    assertThat(inHand).hasSize(1);
    expire(inHand.getFirst());

    Recipient recipient = Recipient.accepting("killed");
    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await().until(() -> recipient.of("killed-1").equals(List.of(1, 2)));
    relay.stop();
    assertThat(recipient.accepted().getFirst().id()).isEqualTo(inHand.getFirst().id().toString());
  }

  @Test
  void shouldLeaveAParcelAloneWhoseLeaseSomebodyElseHolds() {
    hands.write("lease", "lease-1", 1);
    Waiting lost = hands.rows().settleAndClaim("lease", List.of(), 1).getFirst();
    expire(lost);
    Waiting held = hands.rows().settleAndClaim("lease", List.of(), 1).getFirst();

    Landing late = new Landing(lost, 0, new IllegalStateException("came back late"));
    assertThat(hands.rows().settleAndClaim("lease", List.of(late), 1)).isEmpty();

    hands.rows().settleAndClaim("lease", List.of(new Landing(held, 0, null)), 0);
    assertThat(hands.waiting("lease")).isZero();
  }

  @Test
  void shouldSetOutWhenTheTransactionCommitsWithoutWaitingForThePoll() {
    Recipient recipient = Recipient.accepting("woken");
    OutboxRelay relay = hands.relay(recipient, polling(Duration.ofMinutes(5)), hands.bells());

    hands.write("woken", "woken-1", 1);

    await().atMost(Duration.ofSeconds(5)).until(() -> recipient.accepted().size() == 1);
    relay.stop();
  }

  @Test
  void shouldTimeOutASendThatIsNeverAnswered() {
    AtomicInteger tries = new AtomicInteger();
    Recipient recipient =
        Recipient.answering(
            "silent", got -> tries.incrementAndGet() == 1 ? new CompletableFuture<>() : done());
    hands.write("silent", "silent-1", 1);

    OutboxRelay relay = hands.relay(recipient, polling(SHORT));

    await().until(() -> recipient.accepted().size() == 1);
    relay.stop();
    assertThat(tries).hasValue(2);
  }

  @Test
  void shouldTakeUrgentParcelsFirst() {
    for (Parcel.Urgency urgency : List.of(Parcel.Urgency.START, Parcel.Urgency.CALLOUT)) {
      hands
          .transactions()
          .executeWithoutResult(
              open ->
                  hands
                      .outbox()
                      .send(new Parcel("u-" + urgency, "urgent", urgency, "any", Map.of("n", 1))));
    }

    assertThat(hands.rows().settleAndClaim("urgent", List.of(), 1))
        .extracting(Waiting::lane)
        .containsExactly("u-CALLOUT");
  }

  @Test
  void shouldRefuseToWriteOutsideATransaction() {
    Parcel parcel = new Parcel("none", "none", Parcel.Urgency.EVENT, "any", Map.of());
    assertThatThrownBy(() -> hands.outbox().send(parcel))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private void countAndWrite(Map<String, AtomicInteger> counters, String destination, String lane) {
    hands
        .transactions()
        .executeWithoutResult(
            open -> {
              hands
                  .jdbc()
                  .sql("select pg_advisory_xact_lock(hashtext(?))")
                  .param(lane)
                  .query((row, n) -> n)
                  .single();
              int n = counters.computeIfAbsent(lane, key -> new AtomicInteger()).incrementAndGet();
              hands
                  .outbox()
                  .send(
                      new Parcel(
                          lane, destination, Parcel.Urgency.EVENT, "counted", Map.of("n", n)));
            });
  }

  private void expire(Waiting parcel) {
    hands
        .jdbc()
        .sql("update outbox set next_try_at = now() where id = ?")
        .param(parcel.id())
        .update();
  }

  private static CompletableFuture<Void> later(Object n) {
    return CompletableFuture.runAsync(
        () -> {},
        CompletableFuture.delayedExecutor(
            n.hashCode() % 5, java.util.concurrent.TimeUnit.MILLISECONDS));
  }

  private static CompletableFuture<Void> held(Semaphore places) {
    return CompletableFuture.runAsync(
        places::release,
        CompletableFuture.delayedExecutor(10, java.util.concurrent.TimeUnit.MILLISECONDS));
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private static CompletableFuture<Void> busy() {
    return CompletableFuture.failedFuture(new Destination.Busy("RESOURCE_EXHAUSTED"));
  }

  private static CompletableFuture<Void> failed(AtomicInteger refused) {
    refused.incrementAndGet();
    return CompletableFuture.failedFuture(new IllegalArgumentException("no such thing"));
  }
}
