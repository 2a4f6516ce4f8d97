package io.tierline.policy;

import java.util.List;
import java.util.Map;

/**
 * The pack's words.
 *
 * @param language the vendor's language, such as {@code es}
 * @param models by ticket type: the model that carries an open ticket, where it is not the usual
 * @param codes for each sort (types, fields, severities, tiers, clocks, kinds, grounds, callouts)
 *     the codes with their labels by language
 * @param choices by kind: what somebody says who chooses it in a form, by language, where that is
 *     not the kind's label
 * @param required by kind: the data without which it is refused, if there is any
 * @param notices the notice templates
 * @param clauses for each rule or value, by its path in the pack, the clauses it carries
 */
public record Vocabulary(
    String language,
    Map<String, String> models,
    Map<String, Map<String, Map<String, String>>> codes,
    Map<String, Map<String, String>> choices,
    Map<String, List<String>> required,
    List<Notice> notices,
    Map<String, List<String>> clauses) {

  private static final String OTHERWISE = "en";

  /** The label of a code in a language, or in English; the code itself if it has neither. */
  public String label(String sort, String code, String language) {
    Map<String, String> labels = codes.getOrDefault(sort, Map.of()).getOrDefault(code, Map.of());
    return labels.getOrDefault(language, labels.getOrDefault(OTHERWISE, code));
  }

  /**
   * A notice that the pack sends.
   *
   * @param on the entry kind that causes it, such as {@code replied}; or {@link #RELEASED}
   * @param to who gets it: {@code reseller}, {@code customer}, {@code vendor}, {@code
   *     incident-managers}, {@code pagers}: the same, by text message; or {@code told}: whoever was
   *     written to about a deadline, a reminder or a callout of the ticket
   * @param subject by language, with {placeholders}
   * @param body by language, with {placeholders}
   */
  public record Notice(
      String on, List<String> to, Map<String, String> subject, Map<String, String> body) {

    /** No entry of a ticket: a version of the pack has replaced another one. */
    public static final String RELEASED = "policy-released";
  }
}
