package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierline.policy.Pack;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import io.tierline.ticket.Horizons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** The shipped pack, edited as its owner would, through the real compiler. */
@OnTheStack(PostgreSql.class)
@ContextConfiguration(classes = RealPackIT.World.class)
class RealPackIT {

  /** Long on purpose: how fast it is belongs into a benchmark, and is only printed here. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path folder;

  @Autowired private StoredPacks packs;
  @Autowired private PolicyController policies;

  @EnableAutoConfiguration
  @ComponentScan({"io.tierline.release", "io.tierline.account"})
  static class World {

    @Bean
    Horizons noTickets() {
      return ReleaseWorld.NO_TICKETS;
    }

    @Bean
    @Primary
    PackSource copies(ReleaseSettings settings) throws IOException {
      for (String part : new String[] {"rules", "dmn"}) {
        copy(Path.of(part), folder.resolve(part));
      }
      return new PackFolder(folder, settings);
    }
  }

  @Test
  void shouldFollowAnEditedTableAndRefuseABrokenOne() throws IOException {
    Pack shipped = packs.active("safr").orElseThrow();
    Path policy = folder.resolve("rules/safr/policy.yaml");
    Path timers = folder.resolve("dmn/safr/timers.dmn");
    String table = Files.readString(timers);

    Files.writeString(timers, table.replaceFirst("<text>4</text>", "<text>2</text>"));
    name(policy, shipped.version(), "edited");
    Instant named = Instant.now();

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> packs.active("safr").orElseThrow().version().equals("edited"));
    System.out.printf("followed after %s%n", Duration.between(named, Instant.now()));

    Files.writeString(timers, table.substring(0, table.length() / 2));
    name(policy, "edited", "broken");

    await()
        .atMost(PATIENCE)
        .until(() -> policies.one(ReleaseWorld.OLGA, "safr").lastRefusal() != null);
    assertThat(policies.one(ReleaseWorld.OLGA, "safr").active()).isEqualTo("edited");
    assertThat(policies.one(ReleaseWorld.OLGA, "safr").lastRefusal().faults())
        .anyMatch(fault -> fault.file().equals("dmn/safr/timers.dmn"));
    assertThat(packs.version("safr", shipped.version())).contains(shipped);
  }

  private static void name(Path policy, String from, String to) throws IOException {
    String text = Files.readString(policy);
    Files.writeString(policy, text.replace("version: \"" + from + "\"", "version: \"" + to + "\""));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path));
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }
}
