package io.tierline.policy;

import io.tierline.policy.Compilation.Compiled;
import io.tierline.policy.Compilation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a pack of its files, or says everything that is wrong with them. */
final class PackCompiler {

  private static final String SUFFIX = "/policy.yaml";

  private final PackFiles files;
  private final boolean stored;
  private final List<Fault> faults = new ArrayList<>();

  private PackCompiler(PackFiles files, boolean stored) {
    this.files = files;
    this.stored = stored;
  }

  /**
   * Compiles the files of one pack.
   *
   * @param stored whether they compiled once and tickets may be pinned to them
   */
  static Compilation compile(PackFiles files, boolean stored) {
    return new PackCompiler(files, stored).compile();
  }

  private Compilation compile() {
    List<String> policies =
        files.files().keySet().stream()
            .filter(file -> file.startsWith("rules/") && file.endsWith(SUFFIX))
            .toList();
    if (policies.size() != 1) {
      faults.add(
          new Fault(
              "rules/*" + SUFFIX, null, "Expected one file, but found %s".formatted(policies)));
      return new Rejected(List.copyOf(faults));
    }
    return compile(policies.getFirst());
  }

  private Compilation compile(String file) {
    Object yaml = Yaml.read(file, files.files().get(file), faults);
    if (yaml == null) {
      if (faults.isEmpty()) {
        faults.add(new Fault(file, null, "Expected a pack, but the file is empty"));
      }
      return new Rejected(List.copyOf(faults));
    }
    Declaration declaration = DeclarationReader.read(Section.root(file, yaml, faults));
    String folder = file.substring("rules/".length(), file.length() - SUFFIX.length());
    if (!declaration.pack().equals(folder)) {
      String reason = "Expected the folder's name '%s', but found %s";
      faults.add(new Fault(file, "pack", reason.formatted(folder, Echo.of(declaration.pack()))));
    }
    new DeclarationCheck(file, declaration, faults).run();
    if (!stored) {
      new Demands(file, declaration, faults).run();
    }
    return declaration.tiers().isEmpty()
        ? new Rejected(List.copyOf(faults))
        : compile(declaration, folder);
  }

  private Compilation compile(Declaration declaration, String folder) {
    Inputs inputs = Inputs.of(declaration, faults);
    Map<String, Table> tables = Tables.compile(files, folder, inputs::domain, faults);
    return assemble(files, declaration, inputs, tables, faults)
        .<Compilation>map(Compiled::new)
        .orElseGet(() -> new Rejected(List.copyOf(faults)));
  }

  /** A pack of what was read; empty if it has any fault. */
  static Optional<Pack> assemble(
      PackFiles files,
      Declaration declaration,
      Inputs inputs,
      Map<String, Table> tables,
      List<Fault> faults) {
    String folder = declaration.pack();
    Rules rules =
        RuleFiles.compile(
            files,
            folder,
            Map.of(
                "callout", declaration.callouts().keySet(),
                "ground", declaration.grounds().keySet()),
            faults);
    new TableCheck(folder, declaration, inputs, tables, faults).run(files);
    new ConditionCheck(declaration, inputs, faults).run();
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    Decisions decisions = new Decisions(tables);
    ContractCheck contracts = new ContractCheck(declaration, inputs, decisions);
    contracts.run(faults);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    Judge judge = new Judge(declaration, inputs, decisions, rules);
    return Optional.of(new CompiledPack(files, declaration, decisions, judge, contracts));
  }
}
