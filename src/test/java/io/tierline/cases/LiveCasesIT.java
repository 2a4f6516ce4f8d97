package io.tierline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.CaseFile.Case;
import io.tierline.cases.CaseFile.Expectation;
import io.tierline.stack.Kafka;
import io.tierline.stack.LocalStack;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.Webapps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every case that is marked {@code live: true}, on the real server, engine, broker and database.
 * {@code -Dcases=DIR} plays those of one more folder. The server's clock goes on by some weeks for
 * each of them and stays there.
 */
@OnTheStack
class LiveCasesIT {

  @LocalServerPort int port;
  @Autowired LocalStack stack;

  @TestFactory
  Stream<DynamicNode> shouldHoldOnTheRealServer() {
    OpenTasks tasks = new OpenTasks(stack.part(Webapps.class).address());
    ToldEvents events = new ToldEvents(stack.part(Kafka.class).address());
    Surroundings surroundings = new Surroundings(tasks, stack.mail(), events);
    return CaseFolders.files()
        .flatMap(file -> file.cases().stream())
        .filter(Case::isLive)
        .<DynamicNode>map(
            example -> DynamicTest.dynamicTest(example.name(), () -> holds(example, surroundings)))
        .onClose(events::close);
  }

  private void holds(Case example, Surroundings surroundings) {
    assertThat(example.readings()).as("readings other than the server's own").isNull();
    Duration shift =
        Weeks.of(CaseFolders.calendars(example.pack(), example.agreement()))
            .shift(instants(example), stack.clock().instant());
    URI server = URI.create("http://127.0.0.1:" + port);
    People people = People.of(server, example.pack(), example.agreement());

    assertThat(new LiveRun(people, stack.clock(), shift, surroundings).play(example)).isEmpty();
  }

  /** Everything that a case names, also what is due only after its end. */
  private static List<Instant> instants(Case example) {
    List<Instant> instants = new ArrayList<>();
    example.timeline().forEach(step -> instants.add(step.at().toInstant()));
    example.timeline().forEach(step -> instants.add(step.now()));
    for (Expectation expectation : example.expectations()) {
      instants.add(expectation.at().toInstant());
      if (expectation.clocks() != null) {
        collect(expectation.clocks(), instants);
      }
    }
    return instants;
  }

  private static void collect(Object value, List<Instant> instants) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(one, instants));
    } else if (value instanceof String text) {
      try {
        instants.add(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeParseException other) {
        // a state or a unit
      }
    }
  }
}
