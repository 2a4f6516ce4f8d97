package io.tierline.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stack on this machine: child processes of this JVM, or containers. */
public final class LocalStack implements Stack {

  private static final long ENOUGH_SPACE = 3L << 30;

  private final Place place;
  private final Ports ports;
  private final Progress progress;
  private final Map<Class<? extends Part>, Part> parts = new LinkedHashMap<>();
  private final Set<AutoCloseable> users = ConcurrentHashMap.newKeySet();
  private final MovableClock clock;
  private final MailCatcher mail;
  private final @Nullable Docker docker;
  private @Nullable FolderLock lock;

  /**
   * A stack in these folders and on these ports, in containers where Docker runs; nothing starts
   * yet.
   */
  public LocalStack(Place place, Ports ports, Progress progress) {
    this(place, ports, progress, Way.chosen());
  }

  /** A stack in these folders and on these ports, run this way; nothing starts yet. */
  public LocalStack(Place place, Ports ports, Progress progress, Way way) {
    this.place = place;
    this.ports = ports;
    this.progress = progress;
    this.clock = new MovableClock(place.note("clock"));
    this.mail = new MailCatcher(ports.of(Port.MAIL));
    for (Part part :
        List.of(
            new PostgreSql(place, ports),
            new Kafka(place, ports),
            new OpenSearch(place, ports),
            new Engine(place, ports),
            new Webapps(place, ports))) {
      parts.put(part.getClass(), part);
    }
    this.docker = way == Way.CONTAINERS ? new Docker(place, ports) : null;
    if (docker != null) {
      parts.values().forEach(part -> part.runOn(docker));
    }
  }

  /**
   * Ends what an earlier run left and removes its data.
   *
   * @param packs those that the server gets, all if none is named
   */
  public void wipe(String... packs) {
    claim();
    place.wipe(packs);
    clock.reset();
  }

  /** Starts the given parts and what they need, all of them if none is given. */
  @Override
  @SafeVarargs
  public final synchronized void start(Class<? extends Part>... wanted) {
    claim();
    catchMail();
    List<Class<? extends Part>> roots =
        wanted.length == 0 ? List.copyOf(parts.keySet()) : List.of(wanted);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Class<? extends Part>, CompletableFuture<Void>> starts = new LinkedHashMap<>();
      roots.forEach(root -> begin(root, starts, threads));
      CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Takes the folder for this stack and ends what an earlier one left in it. */
  void claim() {
    if (lock == null) {
      lock = FolderLock.on(place.root());
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stack-end"));
      Space.expect(place.root(), ENOUGH_SPACE);
      parts.values().parallelStream().forEach(Part::endLeftover);
      if (docker != null) {
        progress.says("Docker", "the parts are containers");
        docker.removeLeftovers();
      }
    }
  }

  private void catchMail() {
    if (!mail.runs()) {
      ports.expectFree(List.of(Port.MAIL));
      mail.start();
      progress.says("Mail catcher", "ready on " + ports.local(Port.MAIL));
    }
  }

  private CompletableFuture<Void> begin(
      Class<? extends Part> type,
      Map<Class<? extends Part>, CompletableFuture<Void>> starts,
      ExecutorService threads) {
    CompletableFuture<Void> known = starts.get(type);
    if (known != null) {
      return known;
    }
    Part part = part(type);
    CompletableFuture<?>[] needs =
        part.needs().stream()
            .map(need -> begin(need, starts, threads))
            .toArray(CompletableFuture[]::new);
    CompletableFuture<Void> start =
        CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), threads);
    starts.put(type, start);
    return start;
  }

  private void start(Part part) {
    if (part.running()) {
      return;
    }
    String where = part.listens().stream().map(ports::local).findFirst().orElse("");
    progress.says(part.title(), "starting");
    part.start();
    progress.says(part.title(), "ready on " + where);
  }

  /** A part by its class. */
  @Override
  public <P extends Part> P part(Class<P> type) {
    return type.cast(parts.get(type));
  }

  /**
   * A server of this name on this stack, not started; it ends before the parts when the JVM does.
   */
  public Server server(String name) {
    Server server = new Server(name, place, ports, properties());
    closeFirst(server::stop);
    return server;
  }

  /** The ports of this run. */
  public Ports ports() {
    return ports;
  }

  /** The server's clock. */
  public MovableClock clock() {
    return clock;
  }

  /** Where the server's mails go. */
  public MailCatcher mail() {
    return mail;
  }

  /** All parts. */
  public List<Part> parts() {
    return List.copyOf(parts.values());
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("spring.datasource.url", part(PostgreSql.class).address(PostgreSql.DATABASE));
    all.put("spring.datasource.username", PostgreSql.USER);
    all.put("spring.datasource.password", PostgreSql.PASSWORD);
    all.put("spring.kafka.bootstrap-servers", part(Kafka.class).address());
    all.put("spring.mail.host", "127.0.0.1");
    all.put("spring.mail.port", String.valueOf(ports.of(Port.MAIL)));
    all.put("tierline.zeebe.grpc", ports.http(Port.ENGINE));
    all.put("tierline.zeebe.rest", ports.http(Port.ENGINE_REST));
    all.put("tierline.zeebe.records", ports.http(Port.OPENSEARCH));
    all.put("tierline.tasklist.url", ports.http(Port.WEBAPPS));
    all.put("tierline.packs", place.packs().toString());
    all.put(
        "tierline.accounts",
        Path.of("src/test/resources/demo-accounts.yaml").toAbsolutePath().toString());
    return all;
  }

  /** Closes this user of the parts before them when the JVM ends, for it still writes to them. */
  public void closeFirst(AutoCloseable user) {
    users.add(user);
  }

  private void end() {
    for (AutoCloseable user : users) {
      try {
        user.close();
      } catch (Exception e) {
        System.err.println("Expected " + user + " to close, but: " + e);
      }
    }
    close();
  }

  /** Stops the parts, those first that need others. */
  @Override
  public synchronized void close() {
    List<Part> running = parts.values().stream().filter(Part::running).collect(Collectors.toList());
    while (!running.isEmpty()) {
      List<Part> last = running.stream().filter(part -> neededBy(running, part)).toList();
      last.parallelStream().forEach(this::stop);
      running.removeAll(last);
    }
    if (docker != null) {
      docker.close();
    }
    mail.stop();
    if (lock != null) {
      lock.release();
      lock = null;
    }
  }

  private boolean neededBy(List<Part> running, Part part) {
    return running.stream()
        .flatMap(other -> other.needs().stream())
        .noneMatch(need -> need == part.getClass());
  }

  private void stop(Part part) {
    part.stop();
    progress.says(part.title(), "stopped");
  }
}
