package io.tierline.policy;

import io.tierline.policy.Rules.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules may say: the global {@code answers} of every rule file. */
public final class Answers {

  /** By their names at the same instant: the order in which rules fire is nobody's promise. */
  private static final Comparator<Finding> EARLIEST =
      Comparator.comparing(Finding::since).thenComparing(Finding::rule);

  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private @Nullable RuleSource source;

  Answers() {}

  /** Somebody has to be called, since an instant (UTC), under a callout's code of the pack. */
  public void callout(String code, Instant since) {
    add("callout", code, since);
  }

  /** A ground for closing holds since an instant (UTC), under a ground's code of the pack. */
  public void ground(String code, Instant since) {
    add("ground", code, since);
  }

  /** Says which rule speaks from now on. */
  void speaking(RuleSource source) {
    this.source = source;
  }

  List<Finding> findings() {
    return List.copyOf(findings.values());
  }

  /** What several matches say counts from the earliest. */
  private void add(String sort, String code, Instant since) {
    RuleSource by = java.util.Objects.requireNonNull(source);
    findings.merge(
        sort + " " + code,
        new Finding(sort, code, since, by.rule(), by.file(), by.clauses()),
        (one, other) -> EARLIEST.compare(other, one) < 0 ? other : one);
  }
}
