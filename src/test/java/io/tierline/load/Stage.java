package io.tierline.load;

import io.tierline.stack.LocalStack;
import io.tierline.stack.Part;
import io.tierline.stack.Place;
import io.tierline.stack.Ports;
import io.tierline.stack.Progress;
import io.tierline.stack.Server;
import io.tierline.stack.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh stack with one packaged server, and the conditions under which it works. */
final class Stage implements AutoCloseable {

  private final LocalStack stack =
      new LocalStack(Place.apart("load"), Ports.free(), new Progress(System.out), Way.LOCAL);
  private final Server server = stack.server("server");

  private Stage() {}

  /** Everything up and ready. */
  static Stage up() throws Exception {
    Stage stage = new Stage();
    stage.stack.wipe();
    stage.stack.parts().forEach(Part::prepareForLoad);
    stage.stack.start();
    stage.server.start();
    while (!stage.server.ready()) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    stage.tellConditions();
    return stage;
  }

  LocalStack stack() {
    return stack;
  }

  Server server() {
    return server;
  }

  /** All that burns CPU. */
  List<Part> parts() {
    return Stream.concat(stack.parts().stream(), Stream.of(server)).toList();
  }

  JdbcClient jdbc() {
    return JdbcClient.create(dataSource());
  }

  DriverManagerDataSource dataSource() {
    Map<String, String> settings = stack.properties();
    return new DriverManagerDataSource(
        settings.get("spring.datasource.url"),
        settings.get("spring.datasource.username"),
        settings.get("spring.datasource.password"));
  }

  /**
   * Waits until all that was asked before has left: what is still being sent, exported or imported
   * would burn the CPU of what is measured next.
   */
  void quiet() throws IOException, InterruptedException {
    Exported exported = new Exported(stack);
    long imported = -1;
    while (waiting() > 0
        || exported.listed() < exported.tasks()
        || imported != exported.imported()) {
      imported = exported.imported();
      LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
    }
  }

  private long waiting() {
    return jdbc().sql("select count(*) from outbox").query(Long.class).single();
  }

  private void tellConditions() {
    for (String setting : List.of("server_version", "fsync", "synchronous_commit")) {
      System.out.printf(
          "PostgreSQL %s = %s%n",
          setting, jdbc().sql("show " + setting).query(String.class).single());
    }
    for (Part part : parts()) {
      System.out.printf("%s runs with %s%n", part.title(), Processes.flags(part.pid()));
    }
    System.out.printf(
        "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
  }

  @Override
  public void close() {
    server.stop();
    stack.close();
  }
}
