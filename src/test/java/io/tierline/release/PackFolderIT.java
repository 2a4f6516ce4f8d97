package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tierline.policy.Compilation;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.ErrorResponseException;

@OnTheStack(PostgreSql.class)
@ContextConfiguration(classes = ReleaseWorld.class)
class PackFolderIT {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Origin BY_OLGA = Origin.uploadedBy(ReleaseWorld.OLGA);

  @TempDir static Path folder;

  @Autowired private StoredPacks packs;
  @Autowired private PackRows rows;
  @Autowired private SupplementRows supplements;
  @Autowired private PolicyController policies;
  @Autowired private Intake intake;
  @Autowired private PackSource source;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    write("atstart", "1", "four hours");
    registry.add("folder", folder::toString);
  }

  @Test
  void shouldHaveThePacksReadyBeforeAnybodyAsks() {
    assertThat(packs.active("atstart")).map(Pack::version).contains("1");
  }

  @Test
  void shouldTakeAChangedPackWholeWithinASecondOnEveryInstance() {
    StoredPacks other = new StoredPacks(rows, supplements, TextPack::compile);
    write("changed", "1", "four hours");
    await().until(() -> active(packs, "changed").equals("1"));

    write("changed", "2", "two hours");

    await().atMost(A_SECOND).until(() -> active(packs, "changed").equals("2"));
    other.follow();
    assertThat(active(other, "changed")).isEqualTo("2");
    assertThat(packs.active("changed").orElseThrow().files().files())
        .containsEntry("dmn/changed/timers.dmn", "two hours");
  }

  @Test
  void shouldKeepEveryVersionForTheTicketsThatNameIt() {
    write("kept", "1", "four hours");
    await().until(() -> active(packs, "kept").equals("1"));
    write("kept", "2", "two hours");
    await().until(() -> active(packs, "kept").equals("2"));

    Pack old =
        new StoredPacks(rows, supplements, TextPack::compile).version("kept", "1").orElseThrow();

    assertThat(old.files().files()).containsEntry("dmn/kept/timers.dmn", "four hours");
    assertThat(policies.one(ReleaseWorld.OLGA, "kept").versions())
        .extracting(PackVersion::version)
        .containsExactly("2", "1");
  }

  @Test
  void shouldLeaveTheOldOneActiveWhenTheNewOneIsRefusedAndSayWhy() {
    write("refused", "1", "four hours");
    await().until(() -> active(packs, "refused").equals("1"));

    write("refused", "2", "broken");

    await().until(() -> policies.one(ReleaseWorld.OLGA, "refused").lastRefusal() != null);
    assertThat(policies.one(ReleaseWorld.OLGA, "refused").active()).isEqualTo("1");
    assertThat(policies.one(ReleaseWorld.OLGA, "refused").lastRefusal().faults().getFirst().file())
        .isEqualTo("dmn/refused/timers.dmn");

    write("refused", "2", "mended");
    await().until(() -> active(packs, "refused").equals("2"));
    assertThat(policies.one(ReleaseWorld.OLGA, "refused").lastRefusal()).isNull();
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameVersion() {
    write("same", "1", "four hours");
    await().until(() -> active(packs, "same").equals("1"));

    write("same", "1", "two hours");

    await().until(() -> policies.one(ReleaseWorld.OLGA, "same").lastRefusal() != null);
    assertThat(policies.one(ReleaseWorld.OLGA, "same").lastRefusal().faults().getFirst().reason())
        .isEqualTo(
            "Expected a new version, but '1' was taken before with other content of"
                + " [dmn/same/timers.dmn]");
    assertThat(packs.active("same").orElseThrow().files().files())
        .containsEntry("dmn/same/timers.dmn", "four hours");
  }

  @Test
  void shouldKeepAPackActiveWhoseFolderVanishes() throws IOException {
    write("vanishing", "1", "four hours");
    await().until(() -> active(packs, "vanishing").equals("1"));

    Files.delete(folder.resolve("rules/vanishing/policy.yaml"));

    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(5))
        .until(() -> active(packs, "vanishing").equals("1"));
  }

  @Test
  void shouldKeepTheRulesThatTheFolderBroughtWhileAnUploadWasCompiled() {
    put("rules/raced/old.drl", "old rule");
    write("raced", "1", "four hours");
    await().until(() -> active(packs, "raced").equals("1"));
    AtomicBoolean first = new AtomicBoolean(true);
    Intake slow =
        new Intake(
            rows,
            packs,
            files -> {
              if (first.getAndSet(false)) {
                put("rules/raced/new.drl", "new rule");
                write("raced", "2", "two hours");
                await().until(() -> active(packs, "raced").equals("2"));
              }
              return TextPack.compile(files);
            },
            Clock.systemUTC());

    Taking taking = slow.take(upload("raced", "3", "one hour"), BY_OLGA);

    assertThat(taking).isInstanceOf(Taking.Taken.class);
    assertThat(packs.active("raced").orElseThrow().files().files())
        .containsEntry("rules/raced/new.drl", "new rule")
        .containsEntry("rules/raced/old.drl", "old rule")
        .containsEntry("dmn/raced/timers.dmn", "one hour");
  }

  @Test
  void shouldKnowAnUploadAgainAlthoughTheRulesHaveMovedOn() {
    put("rules/again/a.drl", "rule");
    write("again", "1", "four hours");
    await().until(() -> active(packs, "again").equals("1"));
    intake.take(upload("again", "2", "two hours"), BY_OLGA);
    put("rules/again/a.drl", "another rule");
    write("again", "3", "two hours");
    await().until(() -> active(packs, "again").equals("3"));

    assertThat(intake.take(upload("again", "2", "two hours"), BY_OLGA))
        .isInstanceOf(Taking.Overtaken.class);
    assertThat(intake.take(upload("again", "3", "two hours"), BY_OLGA))
        .isInstanceOf(Taking.Known.class);
    assertThat(intake.take(upload("again", "3", "one hour"), BY_OLGA))
        .isInstanceOf(Taking.Conflicting.class);
    assertThat(active(packs, "again")).isEqualTo("3");
  }

  @Test
  void shouldNotTakeAnOlderFolderBackOverAnUploadNeitherAtOnceNorAfterARestart()
      throws IOException {
    write("behind", "1", "four hours");
    await().until(() -> active(packs, "behind").equals("1"));

    intake.take(upload("behind", "2", "two hours"), BY_OLGA);

    await().during(Duration.ofMillis(600)).until(() -> active(packs, "behind").equals("2"));
    StoredPacks restarted = new StoredPacks(rows, supplements, TextPack::compile);
    restarted.follow();
    Intake fresh = new Intake(rows, restarted, TextPack::compile, Clock.systemUTC());
    new Lookout(source, fresh, new Refusals(Clock.systemUTC())).first();
    restarted.follow();
    assertThat(active(restarted, "behind")).isEqualTo("2");

    write("behind", "3", "one hour");
    await().until(() -> active(packs, "behind").equals("3"));
    assertThat(rows.versions("behind"))
        .extracting(version -> version.version() + " " + version.origin().way())
        .containsExactly("3 folder", "2 upload", "1 folder");
  }

  @Test
  void shouldRefuseAVersionThatIsAnotherOneToTheCompiler() {
    FoundPack upload = upload("alias", "1", "four hours");
    Intake odd =
        new Intake(
            rows,
            packs,
            files -> new Compilation.Compiled(new TextPack("alias", "2", files)),
            Clock.systemUTC());

    assertThat(odd.take(upload, BY_OLGA)).isInstanceOf(Taking.Refused.class);
    assertThat(rows.versions("alias")).isEmpty();
  }

  @Test
  void shouldRefuseALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.drl"), "secret");
    Files.createDirectories(folder.resolve("rules/linked"));
    Files.createSymbolicLink(folder.resolve("rules/linked/stolen.drl"), secret);
    write("linked", "1", "four hours");

    await().until(() -> refused("linked"));

    assertThat(policies.one(ReleaseWorld.OLGA, "linked").lastRefusal().faults())
        .extracting(fault -> fault.file())
        .isEqualTo(List.of("rules/linked/stolen.drl"));
    assertThat(packs.active("linked")).isEmpty();
  }

  @Test
  void shouldNameTheLineThatIsNoYaml() {
    put("rules/garbled/policy.yaml", "pack: garbled\nversion: [1\n: }");

    await().until(() -> refused("garbled"));

    assertThat(policies.one(ReleaseWorld.OLGA, "garbled").lastRefusal().faults().getFirst().where())
        .startsWith("line ");
  }

  @Test
  void shouldSayThatAnUnknownPackIsUnknown() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                ErrorResponseException.class, () -> policies.one(ReleaseWorld.OLGA, "nobody")))
        .extracting(problem -> problem.getStatusCode().value())
        .isEqualTo(404);
  }

  private static FoundPack upload(String pack, String version, String table) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("dmn/" + pack + "/timers.dmn", table);
    files.put("rules/" + pack + "/policy.yaml", policy(pack, version));
    return new FoundPack(pack, new PackFiles(files), List.of());
  }

  private boolean refused(String pack) {
    return policies.all(ReleaseWorld.OLGA).stream()
        .anyMatch(policy -> policy.pack().equals(pack) && policy.lastRefusal() != null);
  }

  private static String active(StoredPacks packs, String pack) {
    return packs.active(pack).map(Pack::version).orElse("none");
  }

  private static void write(String pack, String version, String table) {
    put("dmn/" + pack + "/timers.dmn", table);
    put("rules/" + pack + "/policy.yaml", policy(pack, version));
  }

  private static String policy(String pack, String version) {
    return "pack: %s\nversion: \"%s\"\n".formatted(pack, version);
  }

  private static void put(String path, String text) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
