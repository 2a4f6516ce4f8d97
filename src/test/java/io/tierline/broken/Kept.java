package io.tierline.broken;

import io.tierline.broken.Acknowledged.Ack;
import io.tierline.stack.LocalStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database holds after all, read and never written. */
record Kept(JdbcClient jdbc) {

  /** A ticket as it stands. */
  record Ticket(String number, String status, JsonNode judgement) {

    boolean breached(String clock) {
      return judgement
          .path("clocks")
          .valueStream()
          .anyMatch(c -> c.path("name").asString().equals(clock) && c.path("breached").asBoolean());
    }

    boolean allows(String actor, String kind) {
      return judgement
          .path("allowed")
          .path(actor)
          .valueStream()
          .anyMatch(one -> one.asString().equals(kind));
    }

    boolean runs(String clock) {
      return judgement
          .path("clocks")
          .valueStream()
          .anyMatch(c -> c.path("name").asString().equals(clock) && !c.has("stoppedAt"));
    }
  }

  /** A process that should run: of a ticket, or of a callout. */
  record Claimed(String subject, boolean callout, long instance) {}

  private record Entry(
      String ticket, long seq, String role, String actor, String kind, String data) {}

  static Kept on(LocalStack stack) {
    Map<String, String> settings = stack.properties();
    return new Kept(
        JdbcClient.create(
            new DriverManagerDataSource(
                settings.get("spring.datasource.url"),
                settings.get("spring.datasource.username"),
                settings.get("spring.datasource.password"))));
  }

  /** The processes that run by now. */
  List<Claimed> claims() {
    return jdbc.sql("select * from process_claim where not ended and instance_key is not null")
        .query(
            (row, n) ->
                new Claimed(
                    row.getString("subject"),
                    row.getString("process").equals("incident"),
                    row.getLong("instance_key")))
        .list();
  }

  /** How many of them still run as the same instance. */
  long running(List<Claimed> before) {
    Set<Long> now = claims().stream().map(Claimed::instance).collect(Collectors.toSet());
    return before.stream().filter(claim -> now.contains(claim.instance())).count();
  }

  List<Ticket> tickets() {
    return jdbc.sql("select number, status, judgement from ticket order by id")
        .query(
            (row, n) ->
                new Ticket(
                    row.getString("number"),
                    row.getString("status"),
                    JsonMapper.shared().readTree(row.getString("judgement"))))
        .list();
  }

  /** What waits to leave, or is due and was not looked at, a line each. */
  List<String> waiting() {
    return jdbc.sql(
            """
            select destination || ' ' || type || ' ' || lane from outbox
            union all
            select number || ' is due' from ticket where next_change_at < now()
            """)
        .query(String.class)
        .list();
  }

  /** For each ticket with a callout that nobody answered yet: how many incidents are open. */
  Map<String, Integer> openIncidents() {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("select ticket, count(*) as open from incident where status = 'open' group by ticket")
        .query(
            row -> {
              open.put(row.getString("ticket"), row.getInt("open"));
            });
    return open;
  }

  /** How many entries each ticket has. */
  Map<String, Long> lengths() {
    return entries().stream().collect(Collectors.groupingBy(Entry::ticket, Collectors.counting()));
  }

  /** How many entries of each kind each ticket has. */
  Map<String, Map<String, Long>> kinds() {
    return entries().stream()
        .collect(
            Collectors.groupingBy(
                Entry::ticket, Collectors.groupingBy(Entry::kind, Collectors.counting())));
  }

  /** Where the log of the clients and the timelines differ, a line each. */
  List<String> differences(List<Ack> acks) {
    List<String> differences = new ArrayList<>();
    Map<String, List<Entry>> timelines =
        entries().stream().collect(Collectors.groupingBy(Entry::ticket));
    Map<String, List<Ack>> told = acks.stream().collect(Collectors.groupingBy(Ack::ticket));
    timelines.forEach(
        (ticket, entries) -> {
          List<Ack> recorded =
              entries.stream()
                  .filter(entry -> !entry.role().equals("system"))
                  .map(entry -> new Ack(ticket, entry.seq(), entry.kind(), entry.actor()))
                  .toList();
          compare(
              differences, ticket + " by people", told.getOrDefault(ticket, List.of()), recorded);
          compare(
              differences,
              ticket + " places",
              LongStream.rangeClosed(1, entries.size()).boxed().toList(),
              entries.stream().map(Entry::seq).toList());
        });
    told.keySet().stream()
        .filter(ticket -> !timelines.containsKey(ticket))
        .forEach(ticket -> differences.add(ticket + ": acknowledged, but there is none"));
    return differences;
  }

  /** Breaches that were put on record never or twice, and calls likewise, a line each. */
  List<String> alarms() {
    Map<String, List<Entry>> bySystem =
        entries().stream().collect(Collectors.groupingBy(Entry::ticket));
    List<String> differences = new ArrayList<>();
    for (Ticket ticket : tickets()) {
      List<Entry> entries = bySystem.get(ticket.number());
      long broken =
          entries.stream()
              .filter(e -> e.kind().equals("deadline-reached") && e.data().contains("\"response\""))
              .count();
      compare(
          differences,
          ticket.number() + " breaches",
          ticket.breached("response") ? 1L : 0L,
          broken);
      long called =
          entries.stream()
              .filter(
                  e ->
                      e.kind().equals("incident-declared")
                          && e.data().contains("\"response-overdue\""))
              .count();
      if (called > broken) {
        differences.add(ticket.number() + ": called " + called + " times");
      }
    }
    return differences;
  }

  private List<Entry> entries() {
    return jdbc.sql("select number, seq, role, actor, kind, data from entry order by number, seq")
        .query(
            (row, n) ->
                new Entry(
                    row.getString("number"),
                    row.getLong("seq"),
                    row.getString("role"),
                    row.getString("actor"),
                    row.getString("kind"),
                    row.getString("data")))
        .list();
  }

  static void compare(List<String> differences, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add("%s: expected %s, but found %s".formatted(what, expected, found));
    }
  }
}
