package io.tierline.cases;

import io.tierline.policy.Vocabulary.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that an entry causes.
 *
 * @param to exactly these addressees, in any order
 * @param says words of its subject or text, in whatever language
 */
record Told(List<String> to, @Nullable String says) {

  /**
   * What differs from the mails that a pack writes on an entry, in the pack's order, a line each.
   */
  static List<String> differences(List<Told> expected, List<Notice> found) {
    List<String> addressees = found.stream().map(notice -> notice.to().toString()).toList();
    if (expected.size() != found.size()) {
      return List.of(
          "notices: expected %d, but found %d: %s"
              .formatted(expected.size(), found.size(), addressees));
    }
    List<String> differences = new ArrayList<>();
    for (int n = 0; n < found.size(); n++) {
      differences.addAll(expected.get(n).differences(found.get(n)));
    }
    return differences;
  }

  private List<String> differences(Notice found) {
    List<String> differences = new ArrayList<>();
    if (!Set.copyOf(to).equals(Set.copyOf(found.to()))) {
      differences.add("notices: expected one to %s, but found %s".formatted(to, found.to()));
    }
    if (says != null
        && Stream.concat(found.subject().values().stream(), found.body().values().stream())
            .noneMatch(text -> text.contains(says))) {
      differences.add("notices: expected one that says '%s', but it doesn't".formatted(says));
    }
    return differences;
  }
}
