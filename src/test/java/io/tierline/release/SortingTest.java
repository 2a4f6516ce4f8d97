package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class SortingTest {

  private static final ReleaseSettings SETTINGS =
      new ReleaseSettings(Duration.ZERO, Duration.ZERO, DataSize.ofBytes(60), 3);
  private static final SentFile POLICY = file("policy.yaml", "pack: acme\nversion: \"2\"\n");

  @Test
  void shouldPutEachFileInItsPlaceInsideThePack() {
    Upload upload = sort(POLICY, file("timers.dmn", "<a/>"));

    assertThat(upload).isInstanceOf(Upload.Sorted.class);
    FoundPack pack = ((Upload.Sorted) upload).pack();
    assertThat(pack.folder()).isEqualTo("acme");
    assertThat(pack.files().files())
        .containsOnlyKeys("rules/acme/policy.yaml", "dmn/acme/timers.dmn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bounce.drl           | a rule file",
        "rules.DRL            | a rule file",
        "handover.yaml        | another kind of file",
        "policy.yml           | another kind of file",
        "table.dmn.exe        | another kind of file",
        "../policy.yaml       | without folders",
        "rules/safr/x.dmn     | without folders",
        "C:\\x.dmn            | without folders",
        ".dmn                 | without folders",
        "''                   | without folders",
        "policy.yaml          | twice",
      })
  void shouldRefuseWhatIsNoPartOfAPack(String name, String part) {
    Upload upload = sort(POLICY, file(name, "anything"));

    assertThat(upload).isInstanceOf(Upload.Unfit.class);
    assertThat(((Upload.Unfit) upload).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.reason()).startsWith("Expected ").contains(part));
  }

  @Test
  void shouldNameEveryFileThatIsWrong() {
    Upload upload =
        sort(
            new SentFile("a.dmn", new byte[] {(byte) 0xff, 0, 1}),
            file("b.dmn", "a\0b"),
            file("c.txt", "c"));

    assertThat(((Upload.Unfit) upload).faults())
        .extracting(Fault::file)
        .containsExactly("a.dmn", "b.dmn", "c.txt");
  }

  @Test
  void shouldMissThePolicy() {
    assertThat(sort(file("timers.dmn", "<a/>")))
        .isEqualTo(
            new Upload.Unfit(
                List.of(
                    new Fault("policy.yaml", null, "Expected this file, but it was not sent"))));
    assertThat(sort()).isInstanceOf(Upload.Unfit.class);
  }

  @Test
  void shouldSayWhatIsTooLarge() {
    assertThat(sort(POLICY, file("timers.dmn", "x".repeat(61))))
        .isInstanceOf(Upload.TooLarge.class);
    List<SentFile> four = new ArrayList<>(Collections.nCopies(1, POLICY));
    List.of("a.dmn", "b.dmn", "c.dmn").forEach(name -> four.add(file(name, "x")));
    assertThat(Sorting.sort(four, SETTINGS)).isInstanceOf(Upload.TooLarge.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pack: ../etc\\nversion: a          | pack",
        "pack: a/b\\nversion: a             | pack",
        "version: a                         | pack",
        "pack: acme                         | version",
        "pack: acme\\nversion: \"a\\0b\"    | version",
        "pack: acme\\nversion: \"\\uD83D\"  | version",
        "pack: [                            | line 1",
      })
  void shouldSayWhatIsWrongWithTheHeading(String policy, String where) {
    Upload upload = sort(file("policy.yaml", policy.replace("\\n", "\n")));

    assertThat(((Upload.Sorted) upload).pack().faults())
        .singleElement()
        .extracting(Fault::where)
        .isEqualTo(where);
  }

  @Test
  void shouldRefuseAHeadingThatIsNested() {
    ReleaseSettings wide =
        new ReleaseSettings(Duration.ZERO, Duration.ZERO, DataSize.ofMegabytes(1), 3);
    SentFile nested = file("policy.yaml", "pack: acme\nx: " + "[".repeat(100_000));

    assertThat(((Upload.Sorted) Sorting.sort(List.of(nested), wide)).pack().faults()).hasSize(1);
  }

  private static Upload sort(SentFile... files) {
    return Sorting.sort(List.of(files), SETTINGS);
  }

  private static SentFile file(String name, String text) {
    return new SentFile(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
