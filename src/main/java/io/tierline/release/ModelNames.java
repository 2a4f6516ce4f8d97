package io.tierline.release;

import io.tierline.policy.Compilation;
import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import io.tierline.policy.Fault;
import io.tierline.policy.Models;
import io.tierline.policy.Pack;
import java.util.List;
import java.util.TreeSet;

/** Refuses a pack whose types name models that aren't there. */
final class ModelNames {

  private final Models models;

  ModelNames(Models models) {
    this.models = models;
  }

  Compilation check(Compilation compilation) {
    if (!(compilation instanceof Compiled compiled)) {
      return compilation;
    }
    List<Fault> faults = faults(compiled.pack());
    return faults.isEmpty() ? compilation : new Rejected(faults);
  }

  private List<Fault> faults(Pack pack) {
    return pack.vocabulary().models().entrySet().stream()
        .filter(named -> !models.known().contains(named.getValue()))
        .map(named -> fault(pack, named.getKey(), named.getValue()))
        .toList();
  }

  private Fault fault(Pack pack, String type, String model) {
    return new Fault(
        Heading.file(pack.id()),
        "types.%s.model".formatted(type),
        "Expected a model of %s, but found '%s'".formatted(new TreeSet<>(models.known()), model));
  }
}
