package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of ours, its log and its pid file. */
final class Child implements Running {

  private static final long LARGE_LOG = 20_000_000;

  // A session of its own: Ctrl-C reaches the whole foreground group, and the parts must outlive
  // the server that is still writing to them.
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process process;
  private final Path log;
  private final Path pidFile;

  private Child(Process process, Path log, Path pidFile) {
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  static Child start(List<String> command, Map<String, String> environment, Path log, Path pid) {
    List<String> whole = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      whole.add(SETSID.toString());
    }
    whole.addAll(command);
    try {
      if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
        Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
      }
      ProcessBuilder builder = new ProcessBuilder(whole);
      builder.environment().putAll(environment);
      builder.directory(log.getParent().toFile());
      builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      Leftover.of(process.toHandle()).write(pid);
      return new Child(process, log, pid);
    } catch (IOException e) {
      throw new StackFailure("Expected to start " + command.getFirst() + ", but: " + e, e);
    }
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public int exitCode() {
    return process.exitValue();
  }

  @Override
  public void onExit(Runnable then) {
    process.onExit().thenRun(then);
  }

  @Override
  public void stop(String signal, Duration patience) {
    end(process.toHandle(), signal, patience);
    delete(pidFile);
  }

  /** Ends it as a power cut would; the pid file stays, as it would. */
  @Override
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** To it first and to its own children then, which it can't add to while it is held. */
  @Override
  public void signal(String name) {
    try {
      signal(process.toHandle(), name);
      for (ProcessHandle child : process.descendants().toList()) {
        signal(child, name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // By name: the JDK only sends TERM, which makes PostgreSQL wait for its clients.
  private static void signal(ProcessHandle process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }

  static void end(ProcessHandle process, String signal, Duration patience) {
    if (!process.isAlive()) {
      return;
    }
    try {
      signal(process, signal);
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException | IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String lastLines(int count) {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = Math.max(0, all.length - 16_000);
      return Running.last(count, new String(all, from, all.length - from, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "    (no log: " + e + ")";
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
