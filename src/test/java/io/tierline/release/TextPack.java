package io.tierline.release;

import io.tierline.policy.Admission;
import io.tierline.policy.AlertRule;
import io.tierline.policy.BarePack;
import io.tierline.policy.Compilation;
import io.tierline.policy.Explained;
import io.tierline.policy.Faces;
import io.tierline.policy.Fault;
import io.tierline.policy.Judgement;
import io.tierline.policy.PackFiles;
import io.tierline.policy.Proposal;
import io.tierline.policy.Question;
import io.tierline.policy.Vocabulary;
import io.tierline.policy.WhoseTime;
import io.tierline.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack whose files say only what they are called; refused where one of them says "broken". */
record TextPack(String id, String version, PackFiles files) implements BarePack {

  static Compilation compile(PackFiles files) {
    for (Map.Entry<String, String> file : files.files().entrySet()) {
      if (file.getValue().contains("broken")) {
        return new Compilation.Rejected(
            List.of(new Fault(file.getKey(), "row 3", "Expected a rule, but it is broken")));
      }
    }
    String policy =
        files.files().keySet().stream()
            .filter(path -> path.endsWith("policy.yaml"))
            .findFirst()
            .orElseThrow();
    Heading heading = Heading.of(new FoundPack(policy.split("/")[1], files, List.of()));
    Heading.Named named = (Heading.Named) heading;
    return new Compilation.Compiled(new TextPack(named.pack(), named.version(), files));
  }

  @Override
  public Judgement judge(Timeline timeline, Instant now) {
    throw new UnsupportedOperationException("judges nothing");
  }

  @Override
  public WhoseTime whoseTime(Timeline timeline, Instant now) {
    throw new UnsupportedOperationException("judges nothing");
  }

  @Override
  public Explained explain(Timeline timeline, Question question, Instant now) {
    throw new UnsupportedOperationException("explains nothing");
  }

  @Override
  public Admission admit(Timeline timeline, Proposal proposal, Instant now) {
    throw new UnsupportedOperationException("admits nothing");
  }

  @Override
  public Optional<Map<String, Object>> terms(String agreement) {
    return Optional.empty();
  }

  @Override
  public Optional<AlertRule> alerts() {
    return Optional.empty();
  }

  @Override
  public Faces faces() {
    return Faces.BARE;
  }

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary("en", Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());
  }
}
