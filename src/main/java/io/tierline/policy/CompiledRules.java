package io.tierline.policy;

import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Rules that the rule engine has compiled; a session for each judgement, so nothing is shared. */
final class CompiledRules implements Rules {

  /** No sound rule has so many matches on one timeline. */
  private static final int MOST_FIRED = 10_000;

  private final KieBase base;
  private final Map<String, RuleSource> sources;

  CompiledRules(KieBase base, Map<String, RuleSource> sources) {
    this.base = base;
    this.sources = Map.copyOf(sources);
  }

  @Override
  public List<Finding> fire(List<Object> facts) {
    Answers answers = new Answers();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("answers", answers);
      session.addEventListener(new Speaker(answers));
      facts.forEach(session::insert);
      if (session.fireAllRules(MOST_FIRED) >= MOST_FIRED) {
        throw new IllegalStateException(
            "Expected rules of %s to match fewer than %,d times, but they did not"
                .formatted(
                    sources.values().stream().map(RuleSource::file).distinct().toList(),
                    MOST_FIRED));
      }
      return answers.findings();
    } finally {
      session.dispose();
    }
  }

  /** Tells the answers which rule gives them. */
  private final class Speaker extends DefaultAgendaEventListener {

    private final Answers answers;

    Speaker(Answers answers) {
      this.answers = answers;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      answers.speaking(sources.get(event.getMatch().getRule().getName()));
    }
  }
}
