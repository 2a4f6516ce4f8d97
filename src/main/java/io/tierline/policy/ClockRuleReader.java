package io.tierline.policy;

import io.tierline.policy.Declaration.Change;
import io.tierline.policy.Declaration.Changes;
import io.tierline.policy.Declaration.ClockRule;
import io.tierline.policy.Declaration.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads a clock: whose duty it is, what turns it, and what a change does to it. */
record ClockRuleReader(Function<Section, Word> word) {

  private static final List<String> OWNERS = List.of("vendor", "reseller", "customer");

  ClockRule read(Section section) {
    return new ClockRule(
        section.name(),
        section.oneOf("owner", OWNERS, null),
        section.flag("recurring"),
        TriggerReader.read(section, "start"),
        section.has("restart") ? TriggerReader.read(section, "restart") : Trigger.NEVER,
        section.has("resume") ? TriggerReader.read(section, "resume") : Trigger.NEVER,
        Set.copyOf(section.texts("resume-after")),
        TriggerReader.read(section, "stop"),
        section.texts("pauses"),
        changes(section),
        List.copyOf(section.each("reminders", new ReminderReader(word)::read).values()),
        word.apply(section));
  }

  private static Changes changes(Section section) {
    return new Changes(
        change(section, "severity-change", Change.EARLIEST),
        change(section, "tier-change", Change.KEEP),
        change(section, "route-change", Change.KEEP),
        change(section, "policy-change", Change.REBASE));
  }

  private static Change change(Section section, String key, Change otherwise) {
    List<String> codes = Arrays.stream(Change.values()).map(DeclarationReader::code).toList();
    String code = section.oneOf(key, codes, DeclarationReader.code(otherwise));
    return codes.contains(code) ? Change.valueOf(DeclarationReader.constant(code)) : otherwise;
  }
}
