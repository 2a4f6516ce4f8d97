package io.tierline.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A destination that remembers what it was sent and answers as it is told. */
record Recipient(
    String name,
    Function<Got, CompletableFuture<Void>> answer,
    List<Got> accepted,
    AtomicInteger asked)
    implements Destination {

  record Got(String id, String lane, Object n) {}

  static Recipient answering(String name, Function<Got, CompletableFuture<Void>> answer) {
    return new Recipient(name, answer, new CopyOnWriteArrayList<>(), new AtomicInteger());
  }

  static Recipient accepting(String name) {
    return answering(name, got -> CompletableFuture.completedFuture(null));
  }

  @Override
  public CompletableFuture<Void> send(
      String id, String lane, String type, Map<String, Object> body) {
    asked.incrementAndGet();
    Got got = new Got(id, lane, body.get("n"));
    return answer.apply(got).thenRun(() -> accepted.add(got));
  }

  List<Object> of(String lane) {
    return accepted.stream().filter(got -> got.lane().equals(lane)).map(Got::n).toList();
  }
}
