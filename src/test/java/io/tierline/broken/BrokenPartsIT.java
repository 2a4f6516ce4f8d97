package io.tierline.broken;

import static java.util.concurrent.CompletableFuture.runAsync;

import io.tierline.stack.Engine;
import io.tierline.stack.LocalStack;
import io.tierline.stack.Part;
import io.tierline.stack.Place;
import io.tierline.stack.Ports;
import io.tierline.stack.PostgreSql;
import io.tierline.stack.Progress;
import io.tierline.stack.Server;
import io.tierline.stack.Way;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code ./mvnw verify -Dit.test=BrokenPartsIT}: {@code -Dseed} repeats a run's choices, {@code
 * -Drounds} says how many parts are broken. Every promise must be kept, late at worst.
 */
class BrokenPartsIT {

  private static final int CLIENTS = 3;

  private final LocalStack stack =
      new LocalStack(Place.apart("broken"), Ports.free(), new Progress(System.out), Way.LOCAL);
  private final List<Server> servers = List.of(stack.server("first"), stack.server("second"));

  @AfterEach
  void stopEverything() {
    servers.forEach(Part::stop);
    stack.close();
    stack.part(PostgreSql.class).dropDisk();
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void shouldLoseNothingWhateverIsKilledUnderLoad() throws InterruptedException {
    long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
    int rounds = Integer.getInteger("rounds", 10);
    System.out.printf("Repeat with -Dseed=%d -Drounds=%d%n", seed, rounds);
    SplittableRandom random = new SplittableRandom(seed);
    stack.wipe("safr");
    stack.part(PostgreSql.class).useSmallDisk();
    stack.part(Engine.class).exportInBulks();
    stack.start(PostgreSql.class);
    CompletableFuture<?>[] starting =
        servers.stream()
            .map(one -> runAsync(one::start, Thread::startVirtualThread))
            .toArray(CompletableFuture[]::new);
    stack.start();
    CompletableFuture.allOf(starting).join();

    Acknowledged log = new Acknowledged();
    Crowd crowd = Crowd.of(CLIENTS, servers, log, random);
    Breaker breaker =
        new Breaker(Stream.concat(stack.parts().stream(), servers.stream()).toList(), random);
    IntStream.rangeClosed(1, rounds).forEach(breaker::round);
    crowd.stop();

    new Aftermath(stack).holds(log);
  }
}
