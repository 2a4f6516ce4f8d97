package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker-compose.yml} says, which is what tests in containers run on. */
class ComposeTest {

  private final Compose compose = Compose.read();

  @Test
  void shouldPinEveryImage() {
    assertThat(images())
        .hasSizeGreaterThan(6)
        .allMatch(image -> image.matches(".+:v?\\d+\\.\\d.*"));
  }

  @Test
  void shouldHaveAServiceForEveryPart() {
    LocalStack stack =
        new LocalStack(Place.tests(), Ports.free(), new Progress(System.out), Way.LOCAL);

    assertThat(stack.parts())
        .allSatisfy(
            part ->
                assertThat(compose.service(part.service().orElseThrow().name()).image())
                    .isNotNull());
  }

  @Test
  void shouldRunTheVersionsOfTheChildProcesses() {
    Place place = Place.tests();

    assertThat(place.program("postgres-").getFileName().toString())
        .startsWith("postgres-" + version("postgres"));
    assertThat(version("kafka")).isEqualTo(AppInfoParser.getVersion());
    assertThat(place.program("camunda-zeebe-").getFileName().toString())
        .startsWith("camunda-zeebe-" + version("zeebe").replaceAll("\\.\\d+$", "."));
  }

  /** From 8.6 on, Camunda asks for the same patch level of all three. */
  @Test
  void shouldRunOneVersionOfCamunda() {
    assertThat(List.of(version("operate"), version("tasklist"))).containsOnly(version("zeebe"));
  }

  @Test
  void shouldPublishToThisMachineAlone() {
    assertThat(compose.services())
        .allSatisfy(
            (name, service) ->
                assertThat(service.ports()).allMatch(port -> port.startsWith("127.0.0.1:")));
    assertThat(compose.services().entrySet())
        .filteredOn(service -> !service.getValue().ports().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("tierline", "tasklist", "mailpit");
  }

  /** A password can't be read from its hash; that it is the login is seen by logging in. */
  @Test
  void shouldLetEverybodyOfTheDemonstrationLogIn() throws IOException {
    List<Login> lines =
        Files.readAllLines(Path.of("docker", "logins.ndjson")).stream()
            .map(JsonMapper.shared()::readTree)
            .filter(line -> line.path("password").asString("").startsWith("{bcrypt}"))
            .map(
                line ->
                    new Login(line.path("userId").asString(), line.path("displayName").asString()))
            .toList();

    assertThat(lines).containsExactlyInAnyOrderElementsOf(Login.DEMONSTRATION);
  }

  private Stream<String> images() {
    return compose.services().values().stream().map(Compose.Entry::image).filter(Objects::nonNull);
  }

  private String version(String service) {
    String image = Objects.requireNonNull(compose.service(service).image());
    return image.substring(image.indexOf(':') + 1);
  }
}
