package io.tierline.ticket;

import static io.tierline.ticket.TicketRestIT.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tierline.stack.Kafka;
import io.tierline.stack.MovableClock;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnTheStack({PostgreSql.class, Kafka.class})
@Import(PlainPolicy.class)
class AlarmsIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired PlainPolicy.Ear ear;
  @Autowired Environment environment;
  @Autowired MeterRegistry meters;

  @Test
  void shouldCallOnceWhenAPromiseIsBrokenAndLetAFailingTicketBlockNobody() {
    Rest rosa = Rest.at(port).as("rosa");
    String poisoned = rosa.open(opening("").replace("\"bug\"", "\"poison\"")).text("/number");
    String silent = rosa.open(opening("")).text("/number");
    String answered = rosa.open(opening("")).text("/number");
    Rest.at(port).as("lena").record(answered, "{\"kind\":\"replied\"}");
    assertThat(kinds(silent)).containsExactly("opened", "observed");
    assertThat(calls(silent)).isTrue();

    clock.forward(Duration.ofHours(4).plusSeconds(1));

    await().atMost(Duration.ofSeconds(20)).until(() -> kinds(silent).contains("incident-declared"));
    assertThat(kinds(silent))
        .containsExactly("opened", "observed", "deadline-reached", "incident-declared");
    EntryRecorded reached = ear.of(silent).get(2);
    assertThat(reached.entry().data())
        .isEqualTo(
            Map.of(
                "clocks",
                List.of("response"),
                "breaches",
                List.of(
                    Map.of(
                        "clock",
                        "response",
                        "round",
                        1,
                        "startedAt",
                        reached.judgement().clocks().getFirst().startedAt().toString(),
                        "dueAt",
                        reached.judgement().clocks().getFirst().dueAt().toString()))));
    assertThat(reached.before().clocks().getFirst().breached()).isFalse();
    assertThat(reached.judgement().clocks().getFirst().breached()).isTrue();
    assertThat(ear.of(silent).get(3).entry().data())
        .containsEntry("callout", "response-overdue")
        .containsEntry("clock", "response")
        .containsEntry("group", "plain-managers");
    assertThat(kinds(answered)).containsExactly("opened", "observed", "replied");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> failures(poisoned) > 0 && nextChange(silent) == 0);
    assertThat(kinds(poisoned)).containsExactly("opened", "observed");
    assertThat(meters.get("tierline.alarms.lateness").tag("about", "callout").timer().count())
        .isPositive();
    assertThat(meters.get("tierline.alarms.overdue").gauge().value())
        .as("how late the failing one is")
        .isPositive();

    Rest.at(port).as("lena").record(silent, "{\"kind\":\"internal-note\"}");

    assertThat(kinds(silent)).filteredOn("incident-declared"::equals).hasSize(1);
    assertThat(published(silent))
        .containsExactly(silent + "/1", silent + "/2", silent + "/3", silent + "/4", silent + "/5");
  }

  @Test
  void shouldPutABrokenPromiseOnRecordOnceAlthoughAnEntryComesBeforeTheAlarm() {
    Rest lena = Rest.at(port).as("lena");
    String number =
        Rest.at(port)
            .as("rosa")
            .open(opening("").replace("\"bug\"", "\"restless\""))
            .text("/number");
    jdbc.sql("update ticket set alarm_retry_at = 'infinity' where number = ?")
        .param(number)
        .update();
    clock.forward(Duration.ofHours(4).plusSeconds(1));

    lena.record(number, "{\"kind\":\"internal-note\"}");

    assertThat(kinds(number))
        .containsExactly(
            "opened", "observed", "internal-note", "deadline-reached", "incident-declared");
    assertThat(incident(number)).isEqualTo("open");
    assertThat(ear.of(number).get(3).entry().data()).containsEntry("clocks", List.of("response"));

    jdbc.sql("update ticket set alarm_retry_at = null where number = ?").param(number).update();
    clock.forward(Duration.ofHours(1).plusSeconds(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> nextChange(number) == 0);
    lena.record(number, "{\"kind\":\"replied\"}");

    assertThat(incident(number)).isEqualTo("withdrawn");
    assertThat(kinds(number)).filteredOn("deadline-reached"::equals).hasSize(1);
    assertThat(kinds(number)).filteredOn("incident-declared"::equals).hasSize(1);
  }

  @Test
  void shouldListOneOrganisationsIncidentsHoweverManyAreAnothers() {
    Rest rosa = Rest.at(port).as("rosa");
    String older = rosa.open(opening("")).text("/number");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> called(older));
    jdbc.sql("update incident set number = 'I-999999' where ticket = ?").param(older).update();
    jdbc.sql("select setval('incident_number', 999999)").query(Long.class).single();
    String newer = rosa.open(opening("")).text("/number");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> called(newer));
    String others =
        Rest.at(port)
            .as("bruno")
            .open(opening("").replace("demo", "demo-boreal").replace("mina-alta", "nord-bank"))
            .text("/number");
    clock.forward(Duration.ofHours(4).plusSeconds(1));
    await().atMost(Duration.ofSeconds(20)).until(() -> called(others));

    var page = rosa.get("/api/v1/incidents?limit=1");
    var next = rosa.get("/api/v1/incidents?limit=1&before=I-1000000");

    assertThat(groups("lena", newer)).containsOnly("plain-managers").hasSize(2);
    assertThat(groups("rosa", newer)).isEmpty();
    assertThat(page.text("/0/ticket")).isEqualTo(newer);
    assertThat(page.text("/0/number")).matches("I-1\\d{6}");
    assertThat(next.text("/0/ticket")).isEqualTo(older);

    jdbc.sql("update ticket set customer = 'efento' where number = ?").param(newer).update();
    String incident = "/api/v1/incidents/" + page.text("/0/number");
    assertThat(Rest.at(port).as("lena").get(incident).text("/group")).isEqualTo("plain-managers");
    for (String path : List.of(incident, "/api/v1/incidents?ticket=" + newer)) {
      assertThat(Rest.at(port).as("marek").get(path).raw().body())
          .as("what another vendor's agent reads as the customer of " + path)
          .contains(newer)
          .doesNotContain("plain-managers");
    }
    assertThat(Rest.at(port).as("marek").record(newer, "{\"kind\": \"replied\"}").detail())
        .isEqualTo(
            "Expected 'agent/L1' to act for the ticket's vendor, but your organisation is not it");
  }

  /** Every group that a person reads of in a ticket's callouts and entries. */
  private List<String> groups(String person, String number) {
    Rest rest = Rest.at(port).as(person);
    return java.util.stream.Stream.of("/judgement", "/timeline")
        .map(part -> rest.get("/api/v1/tickets/" + number + part).body())
        .flatMap(
            body ->
                java.util.stream.Stream.concat(
                    body.path("callouts").findValuesAsString("group").stream(),
                    body.path("entries").findValuesAsString("group").stream()))
        .toList();
  }

  private boolean called(String number) {
    return kinds(number).contains("incident-declared");
  }

  private String incident(String number) {
    return jdbc.sql("select status from incident where ticket = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  private List<String> published(String number) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
            "group.id",
            "alarms-it-" + number,
            "auto.offset.reset",
            "earliest");
    List<String> ids = new java.util.ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(environment.getRequiredProperty("tierline.topic")));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(500))
                    .forEach(
                        event -> {
                          if (number.equals(event.key())) {
                            assertThat(event.value()).doesNotContain("Dark", "Rosa", "Lena");
                            ids.add(
                                event
                                    .value()
                                    .replaceFirst("(?s).*?\"id\":\"(T-\\d+/\\d+)\".*", "$1"));
                          }
                        });
                return ids.size() >= 5;
              });
    }
    return ids;
  }

  private List<String> kinds(String number) {
    return jdbc.sql("select kind from entry where number = ? order by seq")
        .param(number)
        .query(String.class)
        .list();
  }

  private boolean calls(String number) {
    return jdbc.sql("select alarm_calls from ticket where number = ?")
        .param(number)
        .query(Boolean.class)
        .single();
  }

  private int failures(String number) {
    return jdbc.sql("select alarm_failures from ticket where number = ?")
        .param(number)
        .query(Integer.class)
        .single();
  }

  private int nextChange(String number) {
    return jdbc.sql("select count(next_change_at) from ticket where number = ?")
        .param(number)
        .query(Integer.class)
        .single();
  }
}
