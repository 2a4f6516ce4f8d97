package io.tierline.stack;

import java.time.Duration;
import java.util.List;

/** What a part runs as. */
sealed interface Running permits Child, Container {

  boolean alive();

  int exitCode();

  void onExit(Runnable then);

  /** Ends it politely, and hard after a while. */
  void stop(String signal, Duration patience);

  /** Ends it as a power cut would. */
  void kill();

  /** {@code STOP} holds it still, {@code CONT} lets it go on. */
  void signal(String name);

  long pid();

  /** Its log's last lines. */
  String lastLines(int count);

  /** Of these lines the last that say something, indented. */
  static String last(int count, String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("\tat ")).toList();
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
            .map(line -> "    " + line)
            .toList());
  }
}
