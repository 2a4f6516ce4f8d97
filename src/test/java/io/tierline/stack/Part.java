package io.tierline.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One part of the stack, a child process or a container. It can be stopped, killed and started
 * again at any time; its data stay.
 */
public abstract sealed class Part permits PostgreSql, Kafka, OpenSearch, Engine, Webapps, Server {

  /** An option of a JVM that ends its compiler's work early: right for tests, wrong for figures. */
  static final String STARTS_SOONER = "-XX:TieredStopAtLevel=1";

  private static final Duration STOPPING = Duration.ofSeconds(20);

  final Place place;
  final Ports ports;
  private final String name;
  private final String title;
  private @Nullable Docker docker;
  private volatile @Nullable Running child;
  private volatile boolean wanted;
  private boolean underLoad;

  Part(String name, String title, Place place, Ports ports) {
    this.name = name;
    this.title = title;
    this.place = place;
    this.ports = ports;
  }

  /** Makes it a container from its next start on, if it can be one. */
  final void runOn(Docker engine) {
    docker = engine;
  }

  /** What it is as a container; a part that is none runs as a child process everywhere. */
  Optional<Service> service() {
    return Optional.empty();
  }

  /** From its next start on it is set up for being measured, not for starting soon. */
  public final void prepareForLoad() {
    underLoad = true;
  }

  final boolean underLoad() {
    return underLoad;
  }

  final boolean contained() {
    return docker != null && service().isPresent();
  }

  /** The program and its arguments. */
  abstract List<String> command();

  /** Settings that it takes from its environment. */
  Map<String, String> environment() {
    return Map.of();
  }

  /** Makes what must be there before the program starts. */
  void prepare() {}

  /** Whether it does its work, tried with a request; an exception means not yet. */
  abstract boolean answers() throws Exception;

  /** The ports that it listens on. */
  abstract List<Port> listens();

  /** What must answer before it starts. */
  List<Class<? extends Part>> needs() {
    return List.of();
  }

  /** How long a start may take. */
  Duration patience() {
    return Duration.ofMinutes(3);
  }

  /** How often a start is tried when the program ends at once. */
  int attempts() {
    return 1;
  }

  /** The signal that ends it in order. */
  String signal() {
    return "TERM";
  }

  /** Starts it unless it runs, and waits until it does its work. */
  public final synchronized void start() {
    if (running()) {
      return;
    }
    wanted = true;
    for (int attempt = 1; !launched(attempt == attempts()); attempt++) {}
  }

  private boolean launched(boolean last) {
    endLeftover();
    ports.expectFree(listens());
    Running started = begun();
    child = started;
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(200))
          .atMost(patience())
          .ignoreExceptions()
          .until(() -> !started.alive() || answers());
    } catch (ConditionTimeoutException e) {
      throw silent(started);
    }
    if (started.alive()) {
      started.onExit(() -> reportEnd(started));
      return true;
    }
    if (last) {
      throw ended(started);
    }
    return false;
  }

  private Running begun() {
    Docker engine = docker;
    Optional<Service> service = service();
    if (engine != null && service.isPresent()) {
      return engine.start(name, service.get());
    }
    prepare();
    return Child.start(compiled(command()), environment(), place.log(name), place.pid(name));
  }

  private List<String> compiled(List<String> command) {
    return underLoad
        ? command.stream().filter(argument -> !argument.equals(STARTS_SOONER)).toList()
        : command;
  }

  private StackFailure silent(Running started) {
    String lines = started.lastLines(5);
    stop();
    return new StackFailure(
        "Expected %s to answer within %d s, but it didn't. Its log %s ends:%n%s"
            .formatted(title, patience().toSeconds(), place.log(name), lines));
  }

  private StackFailure ended(Running started) {
    return new StackFailure(
        "Expected %s to start, but it ended with code %d. Its log %s ends:%n%s"
            .formatted(title, started.exitCode(), place.log(name), started.lastLines(5)));
  }

  private void reportEnd(Running ended) {
    if (wanted && child == ended) {
      System.err.println(
          "Expected %s to keep running, but it ended with code %d. Its log %s ends:%n%s"
              .formatted(title, ended.exitCode(), place.log(name), ended.lastLines(5)));
    }
  }

  /** Ends what a run that was killed hard left of this part. */
  final void endLeftover() {
    Leftover.read(place.pid(name))
        .flatMap(Leftover::alive)
        .ifPresent(process -> Child.end(process, signal(), STOPPING));
    Child.delete(place.pid(name));
  }

  /** Stops it in order and waits for its end; its data stay. */
  public final void stop() {
    wanted = false;
    Running running = child;
    if (running != null) {
      running.stop(signal(), STOPPING);
    }
  }

  /** Kills it, as a power cut would. */
  public final void kill() {
    wanted = false;
    Running running = child;
    if (running != null) {
      running.kill();
    }
  }

  /** Removes its data; it must not run. */
  public final void wipe() {
    if (running()) {
      throw new IllegalStateException("Expected " + title + " to be stopped, but it runs");
    }
    Place.delete(place.data(name));
  }

  /** Holds it still, as a network that hangs would: connections stay and nothing answers. */
  public final void freeze() {
    signal("STOP");
  }

  /** Lets it go on where it was held. */
  public final void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    Running running = child;
    if (running != null) {
      running.signal(name);
    }
  }

  /** Whether it lives. */
  public final boolean running() {
    Running running = child;
    return running != null && running.alive();
  }

  /** The id of its process, 0 if it was never started. */
  public final long pid() {
    Running running = child;
    return running == null ? 0 : running.pid();
  }

  /** Its name for people. */
  public final String title() {
    return title;
  }

  final String name() {
    return name;
  }

  /** The JVM that runs us: Maven chose it, {@code java} on the path may be too old. */
  static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }
}
