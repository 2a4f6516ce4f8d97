package io.tierline.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles a pack's rule files: {@code rules/<pack>/*.drl}. */
final class RuleFiles {

  private static final String SOURCES = "src/main/resources/";

  /** Compiling takes a second, and most versions of a pack change its tables only. */
  private static final Map<Map<String, String>, Rules> COMPILED = new ConcurrentHashMap<>();

  private static final int MOST_REMEMBERED = 20;

  /** What a message is about: the undefined method, field or name, or the expression. */
  private static final Pattern NAMED =
      Pattern.compile("(?:method |field |expression: |import )(\\w[^(\\n]*?)(?: on |[(\\n]|$)");

  private static final Rules NONE = facts -> List.of();

  private RuleFiles() {}

  /**
   * The rules; those that answer nothing, and faults, if something is wrong with a file.
   *
   * @param codes the codes that rules may answer with, by {@code callout} and {@code ground}
   */
  static Rules compile(
      PackFiles files, String pack, Map<String, Set<String>> codes, List<Fault> faults) {
    SortedMap<String, String> drl = new TreeMap<>(files.files());
    drl.keySet().removeIf(file -> !file.matches("rules/" + pack + "/[^/]+\\.drl"));
    int known = faults.size();
    Map<String, RuleSource> sources = new LinkedHashMap<>();
    drl.forEach((file, text) -> new RuleReader(file, codes, faults).read(text, sources));
    if (drl.isEmpty() || faults.size() > known) {
      return NONE;
    }
    Rules compiled = COMPILED.get(drl);
    return compiled != null ? compiled : compile(drl, sources, faults);
  }

  /** One at a time: the builder keeps what it makes in a repository that all share. */
  private static synchronized Rules compile(
      SortedMap<String, String> drl, Map<String, RuleSource> sources, List<Fault> faults) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.tierline", "rules", UUID.randomUUID().toString());
    KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
    drl.forEach((file, text) -> system.write(SOURCES + file, text));
    // Without our class loader, threads of the common pool don't find the facts' classes.
    ClassLoader loader = RuleFiles.class.getClassLoader();
    KieBuilder builder = services.newKieBuilder(system, loader);
    try {
      builder.buildAll(ExecutableModelProject.class);
      List<Fault> errors = errors(builder, drl);
      faults.addAll(errors);
      if (!errors.isEmpty()) {
        return NONE;
      }
      KieBase base = services.newKieContainer(release, loader).getKieBase();
      return remembered(drl, new CompiledRules(base, sources));
    } catch (RuntimeException broken) {
      String reason = "Expected rules that compile, but the rule engine failed: " + broken;
      faults.add(new Fault(drl.firstKey(), null, reason));
      return NONE;
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static Rules remembered(SortedMap<String, String> drl, Rules rules) {
    if (COMPILED.size() >= MOST_REMEMBERED) {
      COMPILED.clear();
    }
    COMPILED.put(Map.copyOf(drl), rules);
    return rules;
  }

  private static List<Fault> errors(KieBuilder builder, SortedMap<String, String> drl) {
    return builder.getResults().getMessages(Message.Level.ERROR).stream()
        .filter(message -> !message.getText().startsWith("Java source of "))
        .map(message -> fault(message, drl))
        .distinct()
        .toList();
  }

  /**
   * The engine counts lines in the Java that it generates, so the line is looked for by its words,
   * outside comments. Where they stand more than once it is not said.
   */
  private static Fault fault(Message message, SortedMap<String, String> drl) {
    String reason = "Expected rules that compile, but: " + message.getText().strip();
    List<Place> places = places(words(message), drl, file(message.getPath(), drl));
    return places.size() == 1
        ? new Fault(places.getFirst().file(), "line " + places.getFirst().line(), reason)
        : new Fault(
            places.stream().map(Place::file).findFirst().orElse(drl.firstKey()), null, reason);
  }

  private record Place(String file, int line) {}

  private static String words(Message message) {
    Matcher named = NAMED.matcher(message.getText().strip());
    return named.find() ? named.group(1) : message.getText().split("\\s", 2)[0];
  }

  private static List<Place> places(
      String words, SortedMap<String, String> drl, Optional<String> only) {
    Pattern whole = Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)");
    List<Place> places = new ArrayList<>();
    drl.forEach(
        (file, text) -> {
          List<String> lines = text.lines().map(line -> line.replaceFirst("//.*", "")).toList();
          for (int line = 0; line < lines.size() && only.orElse(file).equals(file); line++) {
            if (whole.matcher(lines.get(line)).find()) {
              places.add(new Place(file, line + 1));
            }
          }
        });
    return places;
  }

  private static Optional<String> file(@Nullable String path, SortedMap<String, String> drl) {
    return Stream.ofNullable(path)
        .flatMap(named -> drl.keySet().stream().filter(named::endsWith))
        .findFirst();
  }
}
