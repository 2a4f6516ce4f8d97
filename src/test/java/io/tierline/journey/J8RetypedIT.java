package io.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.PlainTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** J8: a ticket turns out to be of another type, and goes on in that type's model. */
class J8RetypedIT extends Journey {

  private static final String PACK = "own-decisions";
  private static final Path SOURCE = Path.of("src/test/resources", PACK);

  @Value("${tierline.packs}")
  Path packs;

  @Autowired JdbcClient jdbc;

  private Map<String, String> files;

  @BeforeEach
  void agreeOnAPackThatMayRetype() throws IOException {
    files = pack("rma");
    save();
    Awaitility.await("pack " + PACK).atMost(SOON).until(() -> about().has("active"));
    jdbc.sql(
            """
            insert into agreement (code, pack, holder, vendor, terms)
            values ('own', :pack, 'andes', 'realnetworks', '{"route": "direct"}')
            on conflict do nothing
            """)
        .param("pack", PACK)
        .update();
  }

  @AfterEach
  void takeThePackAway() throws IOException {
    for (String file : files.keySet()) {
      Files.deleteIfExists(packs.resolve(file));
    }
  }

  @Test
  void shouldGoOnInTheModelOfTheNewTypeWithItsNumberClocksAndHistory() {
    String number = opened(rafa, bug()).number();
    task(number, "Work on a solution");
    JsonNode repair = clock(judgement(number), "repair");

    recorded(rafa, number, "retyped", Map.of("type", "rma"));

    assertThat(task(number, "Check that it is an RMA").groups()).containsExactly("desk");
    noTask(number, "Work on a solution");
    JsonNode judged = judgement(number);
    assertThat(judged.path("type").asString()).isEqualTo("rma");
    assertThat(clock(judged, "repair").path("startedAt")).isEqualTo(repair.path("startedAt"));
    assertThat(clock(judged, "repair").path("dueAt")).isEqualTo(repair.path("dueAt"));
    assertThat(entries(rafa, number, "opened")).hasSize(1);

    recorded(rafa, number, "retyped", Map.of("type", "bug"));

    task(number, "Work on a solution");
    noTask(number, "Check that it is an RMA");
  }

  @Test
  void shouldRefuseAPackWhoseTypeNamesAModelThatIsNotDeployed() throws IOException {
    files = pack("repair-shop");
    save();

    JsonNode refusal =
        Awaitility.await("refusal")
            .atMost(SOON)
            .until(() -> about().path("lastRefusal"), it -> it.toString().contains("repair-shop"));

    assertThat(refusal.toString())
        .contains("rules/own-decisions/policy.yaml")
        .contains("types.rma.model")
        .contains(
            "Expected a model of [bug, escalation, managed-incident, question, rma], but found 'repair-shop'");
    assertThat(about().path("active").asString()).isEqualTo("1");
  }

  private JsonNode about() {
    return rafa.get("/api/v1/policies/" + PACK).body();
  }

  @Override
  JsonNode judgement(String number) {
    return rafa.get("/api/v1/tickets/" + number + "/judgement").body();
  }

  /** The pack whose RMAs are carried by a model; any other than its own is another version. */
  private static Map<String, String> pack(String model) throws IOException {
    String policy = Files.readString(SOURCE.resolve("policy.yaml"));
    String named =
        model.equals("rma")
            ? policy
            : policy
                .replace("model: rma", "model: " + model)
                .replace("version: \"1\"", "version: \"2\"");
    return PlainTables.pack(PACK, named, Files.readString(SOURCE.resolve("tables.txt"))).files();
  }

  private void save() throws IOException {
    // The folder is read when policy.yaml is there: it comes last.
    List<String> last = files.keySet().stream().sorted().toList();
    for (String file : last) {
      Path path = packs.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, files.get(file));
    }
  }

  private static Map<String, Object> bug() {
    return Map.of(
        "agreement", "own",
        "type", "bug",
        "customer", "mina-alta",
        "subject", "Nobody can log in",
        "fields", Map.of("symptom", "login"));
  }
}
