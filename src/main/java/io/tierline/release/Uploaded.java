package io.tierline.release;

import io.tierline.policy.PackFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that was taken, now or before.
 *
 * @param active the version that new tickets follow on this instance
 * @param files the paths that the files have inside the pack
 * @param rules the rule files that stay in force as they were in the version before
 */
record Uploaded(
    String pack, String version, @Nullable String active, List<String> files, List<String> rules) {

  static Uploaded of(String pack, String version, @Nullable String active, PackFiles all) {
    return new Uploaded(pack, version, active, paths(all.withoutRules()), paths(all.rules()));
  }

  private static List<String> paths(PackFiles files) {
    return List.copyOf(files.files().keySet());
  }
}
