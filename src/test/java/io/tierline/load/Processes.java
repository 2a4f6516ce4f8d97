package io.tierline.load;

import io.tierline.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the kernel says about the parts: their flags, CPU and memory. */
final class Processes {

  private static final long TICKS_A_SECOND = 100;

  private Processes() {}

  /** The options of a JVM, read from the running process. */
  static List<String> flags(long pid) {
    return Stream.of(read(pid, "cmdline").split("\0"))
        .filter(argument -> argument.startsWith("-X"))
        .toList();
  }

  /** Seconds of CPU that each part has used so far, with its children. */
  static Map<String, Double> cpu(List<Part> parts) {
    Map<String, Double> used = new LinkedHashMap<>();
    for (Part part : parts) {
      double seconds =
          ProcessHandle.of(part.pid()).stream()
              .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
              .mapToDouble(process -> cpu(process.pid()))
              .sum();
      used.put(part.title(), seconds);
    }
    used.put("the clients", cpu(ProcessHandle.current().pid()));
    return used;
  }

  /** Prints each part's share of two cores between two readings. */
  static void tell(Map<String, Double> before, Map<String, Double> after, Duration passed) {
    after.forEach(
        (part, seconds) ->
            System.out.printf(
                "    CPU of %s: %.0f %% of a core%n",
                part, (seconds - before.getOrDefault(part, 0.0)) * 100_000 / passed.toMillis()));
  }

  /** Resident memory, MiB. */
  static long memory(long pid) {
    return read(pid, "status")
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private static double cpu(long pid) {
    String stat = read(pid, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), file));
    } catch (IOException gone) {
      return "";
    }
  }
}
