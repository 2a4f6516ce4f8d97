package io.tierline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles many variants of one pack in milliseconds: with the readers and checks of {@link
 * PackCompiler}, but without the DMN engine, and nothing twice that did not change. {@link
 * Pack#compile} has the last word on what is refused.
 */
public final class PlainCompiler {

  private static final int MOST_REMEMBERED = 60;

  private final PackFiles base;
  private final String folder;
  private final Map<String, Policy> policies = new ConcurrentHashMap<>();

  /** For variants of these files. */
  public PlainCompiler(PackFiles base) {
    this.base = base;
    this.folder = base.files().lastKey().split("/")[1];
  }

  private record Policy(
      Declaration declaration,
      Inputs inputs,
      List<Fault> faults,
      Map<String, Optional<PlainTable>> tables) {}

  /** The pack; empty if it is refused. */
  public Optional<PlainPack> compile(PackFiles files) {
    String text = files.files().get(policyFile());
    if (policies.size() > MOST_REMEMBERED) {
      policies.clear();
    }
    Policy policy = policies.computeIfAbsent(text, this::read);
    return policy.faults().isEmpty() ? compile(files, policy) : Optional.empty();
  }

  private String policyFile() {
    return "rules/" + folder + "/policy.yaml";
  }

  private Policy read(String text) {
    List<Fault> faults = new ArrayList<>();
    Object yaml = Yaml.read(policyFile(), text, faults);
    Declaration declaration =
        DeclarationReader.read(Section.root(policyFile(), yaml == null ? Map.of() : yaml, faults));
    new DeclarationCheck(policyFile(), declaration, faults).run();
    new Demands(policyFile(), declaration, faults).run();
    Inputs inputs = Inputs.of(declaration, faults);
    return new Policy(declaration, inputs, faults, new ConcurrentHashMap<>());
  }

  private Optional<PlainPack> compile(PackFiles files, Policy policy) {
    Map<String, PlainTable> plain = new TreeMap<>();
    for (String file : files.files().keySet()) {
      if (file.endsWith(".dmn")) {
        Optional<PlainTable> table = table(file, files.files().get(file), policy);
        if (table.isEmpty()) {
          return Optional.empty();
        }
        plain.put(table.get().decision(), table.get());
      }
    }
    return checked(files, policy.declaration(), policy.inputs(), plain);
  }

  private Optional<PlainTable> table(String file, String xml, Policy policy) {
    return xml.equals(base.files().get(file))
        ? policy.tables().computeIfAbsent(file, same -> table(file, xml, policy.inputs()))
        : table(file, xml, policy.inputs());
  }

  private static Optional<PlainTable> table(String file, String xml, Inputs inputs) {
    List<Fault> faults = new ArrayList<>();
    Optional<PlainTable> table =
        new SheetReader(file, inputs::domain, faults)
            .read(xml)
            .map(
                sheet -> {
                  Space space = new Space(sheet);
                  if (sheet.policy().single()) {
                    Proof.of(sheet, space, faults);
                  }
                  return new PlainTable(sheet, space);
                });
    return faults.isEmpty() ? table : Optional.empty();
  }

  private Optional<PlainPack> checked(
      PackFiles files, Declaration declaration, Inputs inputs, Map<String, PlainTable> plain) {
    return PackCompiler.assemble(
            files, declaration, inputs, new TreeMap<String, Table>(plain), new ArrayList<>())
        .map(pack -> new PlainPack(pack, plain));
  }
}
