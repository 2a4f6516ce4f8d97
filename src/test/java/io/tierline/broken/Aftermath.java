package io.tierline.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.journey.Tasklist;
import io.tierline.journey.Topic;
import io.tierline.stack.Kafka;
import io.tierline.stack.LocalStack;
import io.tierline.stack.Webapps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** What must hold on a stack once everything is up again, late at worst. */
final class Aftermath {

  private static final Duration LATE = Duration.ofMinutes(6);

  private final LocalStack stack;
  private final Kept kept;

  Aftermath(LocalStack stack) {
    this.stack = stack;
    this.kept = Kept.on(stack);
  }

  /** Waits until all of it holds; fails with what is still missing. */
  void holds(Acknowledged log) {
    System.out.printf(
        "%d entries were acknowledged on %d tickets%n", log.all().size(), kept.tickets().size());
    assertThat(log.refusals()).isEmpty();
    eventually("What was acknowledged is there", () -> kept.differences(log.all()));
    eventually("Everything has left", kept::waiting);
    eventually("Alarms", kept::alarms);
    Topic topic = new Topic(stack.part(Kafka.class).address());
    eventually("Events in order", () -> events(topic));
    eventually("One process a ticket", this::tasks);
    eventually("Mails", () -> Letters.differences(kept.kinds(), stack.mail().mails()));
  }

  /** Waits until every open ticket has its process at the step where its timeline stands. */
  void everyTicketStandsAtItsTask() {
    eventually("One process a ticket", this::tasks);
  }

  private static void eventually(String what, Callable<List<String>> differences) {
    long began = System.nanoTime();
    Awaitility.await(what)
        .atMost(LATE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(differences.call()).isEmpty());
    System.out.printf("%s: after %d s%n", what, (System.nanoTime() - began) / 1_000_000_000);
  }

  private List<String> events(Topic topic) {
    List<String> differences = new ArrayList<>();
    kept.lengths()
        .forEach(
            (ticket, length) ->
                Kept.compare(
                    differences,
                    ticket + " events",
                    LongStream.rangeClosed(1, length).mapToObj(seq -> ticket + "/" + seq).toList(),
                    topic.of(ticket).stream()
                        .map(event -> event.path("id").asString())
                        .distinct()
                        .toList()));
    return differences;
  }

  /** Each living process stands at a user task: one too many or too few is seen there. */
  private List<String> tasks() {
    Map<String, List<String>> open = new Tasklist(stack.part(Webapps.class).address()).open();
    Map<String, Integer> called = kept.openIncidents();
    List<String> differences = new ArrayList<>();
    for (Kept.Ticket ticket : kept.tickets()) {
      List<String> due = new ArrayList<>();
      work(ticket).ifPresent(due::add);
      due.addAll(Collections.nCopies(called.getOrDefault(ticket.number(), 0), "Take charge"));
      Kept.compare(
          differences,
          ticket.number() + " tasks",
          due.stream().sorted().toList(),
          open.getOrDefault(ticket.number(), List.of()).stream().sorted().toList());
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
}
