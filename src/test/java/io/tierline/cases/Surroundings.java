package io.tierline.cases;

import io.tierline.cases.CaseFile.Expectation;
import io.tierline.stack.MailCatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What the world sees of a ticket: tasks, mails and events. They come a little after the entry. */
record Surroundings(OpenTasks tasks, MailCatcher mails, ToldEvents events) {

  /** The first forms take their time to get into Tasklist. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What differs, a line each, after waiting for what is still under way. */
  List<String> differences(String ticket, Expectation expected) {
    List<String> differences = new ArrayList<>();
    List<String> wanted =
        expected.tasks() == null ? null : expected.tasks().stream().sorted().toList();
    await("tasks", wanted, () -> tasks.of(ticket), differences, found -> found.equals(wanted));
    await(
        "notices",
        expected.notices(),
        () -> subjects(ticket),
        differences,
        found ->
            expected.notices().stream()
                .allMatch(words -> found.stream().anyMatch(subject -> subject.contains(words))));
    await(
        "events",
        expected.events(),
        () -> events.of(ticket),
        differences,
        found -> inOrder(expected.events(), found));
    return differences;
  }

  private static void await(
      String name,
      @Nullable List<String> expected,
      Callable<List<String>> look,
      List<String> differences,
      Predicate<List<String>> holds) {
    if (expected == null) {
      return;
    }
    AtomicReference<List<String>> last = new AtomicReference<>(List.of());
    try {
      Awaitility.await(name)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(250))
          .until(
              () -> {
                last.set(look.call());
                return holds.test(last.get());
              });
    } catch (ConditionTimeoutException tooLong) {
      differences.add("%s: expected %s, but found %s".formatted(name, expected, last.get()));
    }
  }

  private List<String> subjects(String ticket) {
    return mails.mails().stream()
        .map(MailCatcher.Mail::subject)
        .filter(subject -> subject.contains("[" + ticket + "]"))
        .toList();
  }

  private static boolean inOrder(List<String> expected, List<String> found) {
    Iterator<String> rest = found.iterator();
    return expected.stream()
        .allMatch(
            kind -> {
              while (rest.hasNext()) {
                if (rest.next().equals(kind)) {
                  return true;
                }
              }
              return false;
            });
  }
}
