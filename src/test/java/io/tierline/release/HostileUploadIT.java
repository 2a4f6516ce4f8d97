package io.tierline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tierline.stack.Kafka;
import io.tierline.stack.OnTheStack;
import io.tierline.stack.PostgreSql;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Uploads that an operator didn't mean, or that aren't an operator's. */
@OnTheStack({PostgreSql.class, Kafka.class})
@Import(UploadWorld.class)
class HostileUploadIT {
  private static final Duration QUICK = Duration.ofSeconds(20);
  private static final String BAD = "urn:tierline:refused:bad-request";
  private static final String UPLOAD = "urn:tierline:refused:upload";

  @LocalServerPort int port;
  @Autowired PackRows rows;
  private Sender olga;
  private int versions;

  @BeforeEach
  void count() {
    olga = new Sender("http://127.0.0.1:" + port, "olga");
    versions = rows.versions("safr").size();
  }

  @AfterEach
  void shouldHaveTakenNothing() {
    assertThat(rows.versions("safr")).hasSize(versions);
    assertThat(olga.get(Sender.POLICIES + "/safr").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bounced.drl       | operator's folder only",
        "handover.yaml     | another kind of file",
        "../escape.dmn     | without folders",
        "dmn/safr/x.dmn    | without folders",
        "timers.dmn        | twice",
      })
  void shouldRefuseAFileThatIsNoPartOfAPack(String name, String part) {
    refused(olga.upload(Form.safr("hostile").with(name, "x")), 400, UPLOAD, part);
  }

  @Test
  void shouldRefuseAFormThatIsNone() {
    refused(olga.upload(new Form()), 400, null, "Expected");
    refused(olga.upload(Form.safr("a").without("policy.yaml")), 400, UPLOAD, "was not sent");
    refused(olga.upload(BodyPublishers.ofString("no form")), 400, null, "Expected");
    byte[] cut = Form.safr("cut").bytes();
    refused(
        olga.upload(BodyPublishers.ofByteArray(Arrays.copyOf(cut, cut.length / 2))),
        400,
        BAD,
        "multipart");
    refused(
        olga.post(Sender.POLICIES, "multipart/form-data", BodyPublishers.ofString("x")),
        400,
        BAD,
        "multipart");
    refused(
        olga.post(Sender.POLICIES, "application/json", BodyPublishers.ofString("{}")),
        415,
        "urn:tierline:refused:unsupported-media-type",
        "multipart/form-data, but found application/json");
    refused(
        olga.send(olga.request(Sender.POLICIES).POST(BodyPublishers.noBody())),
        415,
        null,
        "but found none");
  }

  @Test
  void shouldRefuseWhatStandsInAnotherFieldOrHasNoName() {
    refused(
        olga.upload(Form.safr("a").with("table", "x.dmn", new byte[0])), 400, UPLOAD, "'files'");
    refused(
        olga.upload(Form.safr("a").with("files", null, "pack: safr".getBytes())),
        400,
        UPLOAD,
        "without a file's name");
  }

  @Test
  void shouldRefuseWhatIsNoText() {
    byte[] rubbish = new byte[1000];
    new java.util.Random(1).nextBytes(rubbish);
    refused(
        olga.upload(Form.safr("a").with("files", "x.dmn", rubbish)), 400, UPLOAD, "other bytes");
    refused(olga.upload(Form.safr("a").with("x.dmn", "a\0b")), 400, UPLOAD, "U+0000");
    refused(olga.upload(Form.safr("a\\0b")), 422, null, "printable");
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    byte[] much = new byte[20 << 20];
    String large = "urn:tierline:refused:content-too-large";

    refused(olga.upload(BodyPublishers.ofByteArray(much)), 413, large, "10485760 bytes");
    byte[] form = Form.safr("a").with("files", "x.dmn", much).bytes();
    refused(
        olga.upload(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))),
        413,
        large,
        "10485760 bytes");
    refused(
        olga.upload(Form.safr("a").with("x.dmn", "x".repeat(2_000_000))), 413, UPLOAD, "1048576");
    Form many = Form.safr("a");
    IntStream.range(0, 200).forEach(n -> many.with("t" + n + ".dmn", "x"));
    refused(olga.upload(many), 413, UPLOAD, "at most 200");
    IntStream.range(200, 500).forEach(n -> many.with("t" + n + ".dmn", "x"));
    refused(olga.upload(many), 413, null, "Expected");
    refused(
        olga.post(
            "/api/v1/tickets",
            "multipart/form-data; boundary=" + Form.BOUNDARY,
            BodyPublishers.ofByteArray(Form.safr("a").bytes())),
        415,
        null,
        "application/json");
  }

  @Test
  void shouldRefuseADocumentThatNamesOthersOrGrows() {
    Form outside =
        Form.safr("xxe")
            .edit(
                "timers.dmn",
                text ->
                    text.replace(
                        "<definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions"));
    Form laughs =
        Form.safr("laughs")
            .edit("timers.dmn", text -> text.replace("<definitions", entities() + "<definitions"))
            .edit("timers.dmn", text -> text.replaceFirst("<text>4", "<text>&e9;"));
    Form bomb = Form.safr("bomb").edit("policy.yaml", text -> text + aliases());
    Form nested =
        Form.safr("nested").edit("policy.yaml", text -> text + "x: " + "[".repeat(100_000));

    assertTimeoutPreemptively(
        QUICK,
        () -> {
          refused(olga.upload(outside), 422, null, "DOCTYPE");
          refused(olga.upload(laughs), 422, null, "DOCTYPE");
          refused(olga.upload(bomb), 422, null, "aliases");
          refused(olga.upload(nested), 422, null, "Expected YAML");
        });
  }

  @Test
  void shouldNeverRunJavaThatATableBrings() {
    String java =
        """
        {f: function(a, b) external {java: {class: "java.lang.System", \
        method signature: "setProperty(java.lang.String,java.lang.String)"}}, \
        v: f("io.tierline.ran", "yes")}.v""";
    Form form =
        Form.safr("java")
            .edit(
                "callout.dmn",
                text ->
                    text.replace(
                        "</outputValues>",
                        "</outputValues><defaultOutputEntry><text>"
                            + java
                            + "</text></defaultOutputEntry>"));

    refused(olga.upload(form), 422, null, "defaultOutputEntry");
    assertThat(System.getProperty("io.tierline.ran")).isNull();
  }

  private static String entities() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"4\">");
    for (int n = 1; n < 10; n++) {
      entities.append("<!ENTITY e%d \"%s\">".formatted(n, "&e%d;".formatted(n - 1).repeat(10)));
    }
    return entities.append("]>").toString();
  }

  private static String aliases() {
    StringBuilder bomb = new StringBuilder("\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int n = 1; n < 10; n++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(n, n, "*a%d, ".formatted(n - 1).repeat(5)));
    }
    return bomb.toString();
  }

  private static void refused(Sender.Answer answer, int status, String type, String part) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.text("/detail")).startsWith("Expected ").doesNotContain("org.apache");
    assertThat(answer.raw().body()).contains(part);
    if (type != null) {
      assertThat(answer.text("/type")).isEqualTo(type);
    }
  }
}
