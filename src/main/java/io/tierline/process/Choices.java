package io.tierline.process;

import io.tierline.policy.Ground;
import io.tierline.policy.Judgement;
import io.tierline.policy.Vocabulary;
import io.tierline.timeline.Kinds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What forms offer, in the pack's words: whatever may be recorded now and needs no more than one
 * code. What needs a text is written on the ticket.
 */
final class Choices {

  private static final String GROUND = "ground";
  private static final String TYPE = "type";
  private static final String ACTION = "action";
  private static final String ENGLISH = "en";

  private final Vocabulary words;
  private final Judgement judgement;

  Choices(Vocabulary words, Judgement judgement) {
    this.words = words;
    this.judgement = judgement;
  }

  /** Acts of these kinds. */
  List<Choice> acts(Collection<String> kinds) {
    return kinds.stream().filter(kind -> !kind.equals(Kinds.OPENED)).flatMap(this::acts).toList();
  }

  /**
   * The grounds for closing that hold and that somebody who may close can take. Those of all who
   * may: a form is everybody's who closes, and the door says which of them is not for whom.
   */
  List<Choice> grounds() {
    return holding(judgement).map(code -> Choice.of(code, label("grounds", code))).toList();
  }

  /** What whoever is called may do. */
  List<Choice> actions() {
    String sort = sort(Kinds.CALLOUT_ANSWERED, ACTION);
    return codes(sort).keySet().stream().map(code -> Choice.of(code, label(sort, code))).toList();
  }

  static Stream<String> holding(Judgement judgement) {
    return judgement.closure().stream()
        .filter(
            ground ->
                ground.holds()
                    && judgement.allowed().keySet().stream()
                        .anyMatch(actor -> ground.isFor(actor) && closes(actor, judgement)))
        .map(Ground::ground);
  }

  private static boolean closes(String actor, Judgement judgement) {
    return judgement.allowed().get(actor).contains(Kinds.CLOSED);
  }

  private Stream<Choice> acts(String kind) {
    // A form asks for the ground by itself.
    List<String> needed =
        words.required().getOrDefault(kind, List.of()).stream()
            .filter(name -> !(kind.equals(Kinds.CLOSED) && name.equals(GROUND)))
            .toList();
    return switch (needed.size()) {
      case 0 -> Stream.of(Choice.of(kind, said(kind)));
      case 1 -> acts(kind, needed.getFirst());
      default -> Stream.empty();
    };
  }

  private Stream<Choice> acts(String kind, String name) {
    String sort = name.equals(TYPE) ? "types" : sort(kind, name);
    return codes(sort).keySet().stream()
        .filter(code -> !(name.equals(TYPE) && code.equals(judgement.type())))
        .map(code -> Choice.of(kind, name, code, said(kind) + ": " + label(sort, code)));
  }

  private String said(String kind) {
    return in(words.choices().get(kind), label("kinds", kind));
  }

  private String label(String sort, String code) {
    return in(codes(sort).get(code), code);
  }

  /** Tasklist's own words are English, so are the forms' where the pack has them. */
  private String in(@Nullable Map<String, String> labels, String otherwise) {
    return labels == null
        ? otherwise
        : Objects.requireNonNullElse(
            labels.getOrDefault(ENGLISH, labels.get(words.language())), otherwise);
  }

  private Map<String, Map<String, String>> codes(String sort) {
    return words.codes().getOrDefault(sort, Map.of());
  }

  private static String sort(String kind, String name) {
    return "kinds." + kind + "." + name;
  }
}
