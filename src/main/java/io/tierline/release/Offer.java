package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A version that is offered to be taken.
 *
 * @param files what was found or sent: an upload's are without rules
 */
record Offer(String pack, String version, PackFiles files, Origin origin) {

  /** The files that the version would have: rules that it doesn't bring stay those before it. */
  PackFiles after(PackFiles before) {
    return origin.bringsRules() ? files : files.and(before.rules());
  }

  /** What there is to say when the version was taken before. */
  Taking known(PackFiles stored, String newest) {
    PackFiles brought = origin.bringsRules() ? stored : stored.withoutRules();
    if (!brought.equals(files)) {
      return new Taking.Conflicting(
          fault(
              "Expected a new version, but '%s' was taken before with other content of %s"
                  .formatted(version, changed(brought))));
    }
    return newest.equals(version)
        ? new Taking.Known(pack, version, stored)
        : new Taking.Overtaken(
            pack,
            version,
            stored,
            fault(
                "Expected a new version, but '%s' was taken before '%s', which stays active"
                    .formatted(version, newest)));
  }

  /** Whether the pack that was made of the files has the same name and version. */
  boolean names(Pack compiled) {
    return compiled.id().equals(pack) && compiled.version().equals(version);
  }

  Fault fault(String reason) {
    return new Fault(Heading.file(pack), "version", reason);
  }

  private TreeSet<String> changed(PackFiles stored) {
    TreeSet<String> paths = new TreeSet<>(stored.and(files).files().keySet());
    paths.removeIf(path -> Objects.equals(stored.files().get(path), files.files().get(path)));
    return paths;
  }
}
