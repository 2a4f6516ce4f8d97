package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.policy.Answer;
import io.tierline.policy.Ground;
import io.tierline.policy.Judgement;
import io.tierline.policy.Vocabulary;
import io.tierline.policy.Why;
import io.tierline.process.Choice.Chosen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What forms offer, and what becomes of what was chosen. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChoicesTest {

  private static final Why WHY = new Why("any", 1, List.of(), null);

  private static final Vocabulary WORDS =
      new Vocabulary(
          "pl",
          Map.of(),
          Map.of(
              "kinds",
              Map.of(
                  "replied", Map.of("pl", "Odpowiedziano", "en", "Replied"),
                  "resumed", Map.of("pl", "Wznowiono"),
                  "retyped", Map.of("en", "Retyped"),
                  "closed", Map.of("en", "Closed")),
              "kinds.resumed.reason",
              Map.of("test-over", Map.of("pl", "Po testach")),
              "types",
              Map.of("bug", Map.of("en", "Bug"), "rma", Map.of("en", "RMA")),
              "grounds",
              Map.of("answered", Map.of("en", "It was answered"))),
          Map.of("replied", Map.of("en", "I replied")),
          Map.of(
              "resumed", List.of("reason"),
              "retyped", List.of("type"),
              "offered", List.of("amount"),
              "held", List.of("reason", "evidence"),
              "closed", List.of("ground")),
          List.of(),
          Map.of());

  @Test
  void should_say_it_in_the_pack_s_words_for_whoever_chooses() {
    assertThat(acts("replied")).containsExactly(new Choice("replied", "I replied"));
  }

  @Test
  void should_offer_each_code_that_an_act_needs() {
    assertThat(acts("resumed"))
        .containsExactly(new Choice("resumed?reason=test-over", "Wznowiono: Po testach"));
  }

  @Test
  void should_offer_every_type_but_the_ticket_s_own() {
    assertThat(acts("retyped")).containsExactly(new Choice("retyped?type=bug", "Retyped: Bug"));
  }

  @Test
  void should_leave_to_the_ticket_what_needs_a_text_or_more_than_one_word() {
    assertThat(acts("offered", "held", "opened")).isEmpty();
  }

  @Test
  void should_ask_for_the_ground_apart_and_offer_those_that_hold() {
    assertThat(acts("closed")).containsExactly(new Choice("closed", "Closed"));
    assertThat(choices().grounds())
        .containsExactly(
            new Choice("answered", "It was answered"), new Choice("withdrawn", "withdrawn"));
  }

  @Test
  void should_let_nobody_close_while_no_ground_holds() {
    assertThat(Permitted.toTier(judgement(true))).containsExactly("replied", "closed");
    assertThat(Permitted.toTier(judgement(false))).containsExactly("replied");
  }

  @Test
  void should_let_only_those_close_for_whom_a_ground_is() {
    assertThat(Permitted.to("customer"::equals, judgement(false))).containsExactly("closed");
    assertThat(Permitted.to("reseller/L1"::equals, judgement(true))).isEmpty();
  }

  @Test
  void should_take_a_choice_apart_and_leave_anything_else_to_the_door() {
    assertThat(Choice.chosen("replied")).isEqualTo(new Chosen("replied", Map.of()));
    assertThat(Choice.chosen("resumed?reason=test-over"))
        .isEqualTo(new Chosen("resumed", Map.of("reason", "test-over")));
    assertThat(Choice.chosen("resumed?reason")).isEqualTo(new Chosen("resumed?reason", Map.of()));
  }

  private static List<Choice> acts(String... kinds) {
    return choices().acts(List.of(kinds));
  }

  private static Choices choices() {
    return new Choices(WORDS, judgement(true));
  }

  private static Judgement judgement(boolean grounded) {
    return new Judgement(
        "open",
        "rma",
        new Answer("LOW", WHY),
        "L1",
        "group",
        "vendor",
        "vendor",
        List.of(),
        Map.of(),
        new Answer("L1", WHY),
        Map.of(),
        List.of(),
        Map.of(
            "agent/L1",
            List.of("replied", "closed"),
            "agent/L2",
            List.of("consulted"),
            "customer",
            List.of("closed"),
            "reseller/L1",
            List.of("closed")),
        List.of(
            new Ground("answered", grounded, WHY, List.of("agent")),
            new Ground("solved", false, WHY, List.of()),
            new Ground("withdrawn", true, WHY, List.of("customer", "reseller/L2")),
            new Ground("revoked", true, WHY, List.of("agent/L2"))),
        List.of(),
        null,
        new Judgement.JudgedBy("safr", "1", "1", "1"));
  }
}
