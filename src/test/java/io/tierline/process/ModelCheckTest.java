package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models that Tierline ships, and what is refused at deployment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelCheckTest {

  private static final Path TEMPLATES = Path.of(".camunda/element-templates");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Model> processes() {
    return Model.all().stream().filter(Model::process);
  }

  static Stream<Model> forms() {
    return Model.all().stream().filter(model -> !model.process());
  }

  @ParameterizedTest
  @MethodSource("processes")
  void should_let_every_shipped_process_pass(Model model) {
    assertThat(ModelCheck.faults(model)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void should_name_each_form_after_its_file(Model form) {
    assertThat(JSON.readTree(form.content()).path("id").asString()).isEqualTo(form.id());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void should_let_forms_ask_for_codes_alone(Model form) {
    JsonNode components = JSON.readTree(form.content()).path("components");
    assertThat(components)
        .extracting(part -> part.path("type").asString())
        .isSubsetOf("text", "select");
  }

  @ParameterizedTest
  @CsvSource({
    "judge.json, judge",
    "record.json, record",
    "record-by-system.json, record",
  })
  void should_offer_the_modeler_a_template_for_each_job_type(String file, String type)
      throws Exception {
    JsonNode template = JSON.readTree(Files.readString(TEMPLATES.resolve(file)));
    assertThat(template.path("id").asString())
        .isEqualTo("io.tierline." + file.replace(".json", ""));
    assertThat(template.path("properties"))
        .anySatisfy(
            property -> {
              assertThat(property.path("value").asString("")).isEqualTo(type);
              assertThat(property.path("binding").path("property").asString("")).isEqualTo("type");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "correlationKey=\"=wake\" | correlationKey=\"=ticket\" | a message to correlate on =wake",
        "type=\"judge\" | type=\"send-mail\" | a job type of",
        "type=\"hand-over-key\" | type=\"record\" | a listener of type",
        "=status = \"open\" | =mood = \"open\" | but found mood",
        "id=\"ticket\" name | id=\"tickets\" name | the process id ticket",
        "name=\"wake\" | name=\"poke\" | a message named wake",
        "formId=\"close-ticket\" bindingType=\"deployment\" | formId=\"close-ticket\" bindingType=\"latest\" | a form bound by deployment",
        "processId=\"=model\" bindingType=\"deployment\" | processId=\"=model\" bindingType=\"latest\" | a called process bound by deployment",
        "processId=\"=model\" | processId=\"incident\" | a call of =model",
        "contains(partnerMay, | contains(somebodyMay, | but found somebodyMay",
        "<zeebe:userTask /> | <!-- none --> | a Zeebe user task",
        "<zeebe:output source=\"=act\" target=\"act\" /> | <zeebe:output source=\"=act\" target=\"ticket\" /> | a user task with outputs",
        "<zeebe:output source=\"=ground\" target=\"ground\" /> | <zeebe:output source=\"=ticket\" target=\"ground\" /> | a user task with outputs",
        "key=\"claim\" value=\"ticket\" | key=\"wait\" value=\"PT4H\" | no duration",
      })
  void should_refuse_a_model_that_would_not_wait_as_it_must(
      String right, String wrong, String reason) {
    Model ticket = named("ticket.bpmn");
    String changed = new String(ticket.content(), StandardCharsets.UTF_8).replace(right, wrong);

    List<String> faults =
        ModelCheck.faults(new Model("ticket.bpmn", changed.getBytes(StandardCharsets.UTF_8)));

    assertThat(faults).isNotEmpty().anySatisfy(fault -> assertThat(fault).contains(reason));
  }

  @Test
  void should_refuse_a_timer() {
    Model ticket = named("ticket.bpmn");
    String changed =
        new String(ticket.content(), StandardCharsets.UTF_8)
            .replaceFirst(
                "<bpmn:messageEventDefinition id=\"BoundaryEvent_AcceptWake_Message\"[^>]*/>",
                "<bpmn:timerEventDefinition id=\"Timer_1\" />");

    assertThat(
            ModelCheck.faults(new Model("ticket.bpmn", changed.getBytes(StandardCharsets.UTF_8))))
        .contains("ticket.bpmn: Expected no timer, but found Timer_1");
  }

  @Test
  void should_refuse_a_user_task_that_lets_a_form_set_every_variable() {
    Model ticket = named("ticket.bpmn");
    String changed =
        new String(ticket.content(), StandardCharsets.UTF_8).replaceAll("<zeebe:output[^>]*/>", "");

    assertThat(
            ModelCheck.faults(new Model("ticket.bpmn", changed.getBytes(StandardCharsets.UTF_8))))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).contains("a user task with outputs"));
  }

  @Test
  void should_refuse_a_called_process_that_would_not_notice_another_model() {
    Model rma = named("rma.bpmn");
    String changed =
        new String(rma.content(), StandardCharsets.UTF_8)
            .replace("=model = \"rma\"", "=model = \"bug\"");

    assertThat(ModelCheck.faults(new Model("rma.bpmn", changed.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            "rma.bpmn: Expected a called process to test =model = \"rma\", but found none that does");
  }

  @Test
  void should_let_a_gateway_test_what_a_pack_decides_by_itself() {
    Model rma = named("rma.bpmn");
    String changed =
        new String(rma.content(), StandardCharsets.UTF_8)
            .replace(
                "=list contains(may, \"estimate-offered\")",
                "=assessments.warranty = \"not-covered\"");

    assertThat(ModelCheck.faults(new Model("rma.bpmn", changed.getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
  }

  private static Model named(String name) {
    return Model.all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
