package io.tierline.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.journey.Tasklist;
import io.tierline.journey.Topic;
import io.tierline.stack.Kafka;
import io.tierline.stack.LocalStack;
import io.tierline.stack.MailCatcher.Mail;
import io.tierline.stack.Part;
import io.tierline.stack.Place;
import io.tierline.stack.Ports;
import io.tierline.stack.Progress;
import io.tierline.stack.Server;
import io.tierline.stack.Webapps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code ./mvnw verify -Dit.test=BrokenParts}: {@code -Dseed} repeats a run's choices, {@code
 * -Drounds} says how many parts are broken. Every promise must be kept, late at worst. Its name
 * keeps it out of the tests of a build until a run has been seen to its end.
 */
class BrokenParts {

  private static final int CLIENTS = 3;
  private static final Duration LATE = Duration.ofMinutes(6);

  private final LocalStack stack =
      new LocalStack(Place.apart("broken"), Ports.free(), new Progress(System.out));
  private final List<Server> servers = List.of(stack.server("first"), stack.server("second"));
  private final Acknowledged log = new Acknowledged();

  @AfterEach
  void stopEverything() {
    servers.forEach(Part::stop);
    stack.close();
  }

  @Test
  @Timeout(value = 25, unit = TimeUnit.MINUTES)
  void shouldLoseNothingWhateverIsKilledUnderLoad() throws InterruptedException {
    long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
    int rounds = Integer.getInteger("rounds", 10);
    System.out.printf("Repeat with -Dseed=%d -Drounds=%d%n", seed, rounds);
    SplittableRandom random = new SplittableRandom(seed);
    stack.wipe();
    stack.start();
    servers.forEach(Part::start);

    List<Client> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(n -> new Client(servers, log, random.split()))
            .toList();
    List<Thread> threads = clients.stream().map(Thread.ofVirtual()::start).toList();
    Breaker breaker =
        new Breaker(Stream.concat(stack.parts().stream(), servers.stream()).toList(), random);
    IntStream.rangeClosed(1, rounds).forEach(breaker::round);
    clients.forEach(Client::stop);
    for (Thread thread : threads) {
      thread.join();
    }

    Kept kept = new Kept(database());
    System.out.printf(
        "%d entries were acknowledged on %d tickets%n", log.all().size(), kept.tickets().size());
    assertThat(log.refusals()).isEmpty();
    eventually("what was acknowledged", () -> kept.differences(log.all()));
    eventually("everything has left", kept::waiting);
    eventually("alarms", kept::alarms);
    Topic topic = new Topic(stack.part(Kafka.class).address());
    eventually("events in order", () -> events(kept, topic));
    eventually("one process a ticket", () -> tasks(kept));
    eventually("mails", () -> mails(kept));
  }

  private JdbcClient database() {
    Map<String, String> settings = stack.properties();
    return JdbcClient.create(
        new DriverManagerDataSource(
            settings.get("spring.datasource.url"),
            settings.get("spring.datasource.username"),
            settings.get("spring.datasource.password")));
  }

  private static void eventually(String what, Callable<List<String>> differences) {
    Awaitility.await(what)
        .atMost(LATE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(differences.call()).isEmpty());
  }

  private static List<String> events(Kept kept, Topic topic) {
    List<String> differences = new ArrayList<>();
    kept.lengths()
        .forEach(
            (ticket, length) -> {
              List<String> seen =
                  topic.of(ticket).stream().map(e -> e.path("id").asString()).distinct().toList();
              List<String> due =
                  LongStream.rangeClosed(1, length).mapToObj(seq -> ticket + "/" + seq).toList();
              if (!seen.equals(due)) {
                differences.add("%s: expected %s, but found %s".formatted(ticket, due, seen));
              }
            });
    return differences;
  }

  /** Each living process stands at a user task: one too many or too few is seen there. */
  private List<String> tasks(Kept kept) {
    Tasklist tasklist = new Tasklist(stack.part(Webapps.class).address());
    Map<String, Integer> called = kept.openIncidents();
    List<String> differences = new ArrayList<>();
    for (Kept.Ticket ticket : kept.tickets()) {
      List<String> due = new ArrayList<>();
      work(ticket).ifPresent(due::add);
      due.addAll(
          java.util.Collections.nCopies(called.getOrDefault(ticket.number(), 0), "Take charge"));
      List<String> found =
          tasklist.open(ticket.number()).stream().map(Tasklist.Task::name).sorted().toList();
      if (!due.stream().sorted().toList().equals(found)) {
        differences.add("%s: expected %s, but found %s".formatted(ticket.number(), due, found));
      }
    }
    return differences;
  }

  /** The task at which the ticket's own process must stand by its timeline. */
  private static Optional<String> work(Kept.Ticket ticket) {
    return switch (ticket.status()) {
      case "open" ->
          Optional.of(ticket.runs("response") ? "Answer the reseller" : "Work on a solution");
      case "solved" ->
          Optional.of(
              ticket.allows("reseller/L2", "fix-accepted")
                  ? "Accept or reject the solution"
                  : "Close the ticket");
      default -> Optional.empty();
    };
  }

  /** A doubled mail can be told by its id: different ids for one occasion are two mails. */
  private List<String> mails(Kept kept) {
    List<Mail> receipts =
        stack.mail().mails().stream().filter(mail -> mail.subject().contains("Rec")).toList();
    return kept.tickets().stream()
        .map(Kept.Ticket::number)
        .filter(
            number ->
                receipts.stream()
                        .filter(mail -> mail.subject().contains("[" + number + "]"))
                        .map(Mail::id)
                        .distinct()
                        .count()
                    != 1)
        .toList();
  }
}
