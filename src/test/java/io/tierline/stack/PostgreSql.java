package io.tierline.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with fsync and synchronous commits on, so that what tests say about loss is true. */
public final class PostgreSql extends Part {

  static final String USER = "tierline";
  static final String PASSWORD = "tierline";
  static final String DATABASE = "tierline";

  private @Nullable SmallDisk disk;

  PostgreSql(Place place, Ports ports) {
    super("postgres", "PostgreSQL", place, ports);
  }

  @Override
  List<Port> listens() {
    return List.of(Port.POSTGRES);
  }

  @Override
  Optional<Service> service() {
    return Optional.of(Service.of("postgres", Map.of(Port.POSTGRES, 5432)));
  }

  // After a kill its backends may hold the shared memory for a moment, and it refuses to start.
  @Override
  int attempts() {
    return 5;
  }

  // Fast shutdown; TERM would wait until every client has gone.
  @Override
  String signal() {
    return "INT";
  }

  /** Keeps its data, from its first start on, on a disk that {@link #fillDisk} can fill. */
  public void useSmallDisk() {
    disk = new SmallDisk(place, place.data(name()));
  }

  /** Leaves it no space to write. */
  public void fillDisk() {
    Objects.requireNonNull(disk, "Expected useSmallDisk before").fill();
  }

  /** Gives the space back. */
  public void freeDisk() {
    Objects.requireNonNull(disk, "Expected useSmallDisk before").free();
  }

  /** Ends its disk, if it has one of its own; its data are gone. */
  public void dropDisk() {
    if (disk != null) {
      disk.end();
    }
  }

  @Override
  void prepare() {
    if (disk != null) {
      disk.make();
    }
    if (Files.exists(seen(cluster().resolve("PG_VERSION")))) {
      return;
    }
    if (disk == null) {
      Place.delete(cluster());
    }
    Path password = place.data("notes").resolve("postgres-password");
    try {
      Files.writeString(password, PASSWORD);
      Process initdb =
          new ProcessBuilder(
                  asUser(
                      "initdb",
                      "-D",
                      cluster().toString(),
                      "-U",
                      USER,
                      "-E",
                      "UTF8",
                      "--locale=C",
                      "-A",
                      "scram-sha-256",
                      "--pwfile",
                      password.toString()))
              .redirectErrorStream(true)
              .redirectOutput(place.log("initdb").toFile())
              .start();
      if (initdb.waitFor() != 0) {
        throw new StackFailure(
            "Expected initdb to make %s, but it ended with code %d: %s"
                .formatted(
                    cluster(), initdb.exitValue(), Files.readString(place.log("initdb")).strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Expected initdb to end, but we were interrupted.", e);
    }
  }

  @Override
  List<String> command() {
    return asUser(
        "postgres",
        "-D",
        cluster().toString(),
        "-p",
        String.valueOf(ports.of(Port.POSTGRES)),
        "-h",
        "127.0.0.1",
        "-k",
        "",
        "-c",
        "fsync=on",
        "-c",
        "synchronous_commit=on",
        "-c",
        "full_page_writes=on",
        "-c",
        "max_connections=200",
        "-c",
        "max_wal_size=" + (disk == null ? "1GB" : "64MB"),
        "-c",
        "timezone=UTC");
  }

  @Override
  boolean answers() throws SQLException {
    create(DATABASE);
    return true;
  }

  /** The JDBC address of a database of this name, which is made if it isn't there. */
  public String url(String database) {
    try {
      create(database);
    } catch (SQLException e) {
      throw new StackFailure("Expected to make the database " + database + ", but: " + e, e);
    }
    return address(database);
  }

  String address(String database) {
    return "jdbc:postgresql://%s/%s".formatted(ports.local(Port.POSTGRES), database);
  }

  private void create(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address("postgres"), USER, PASSWORD);
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database \"" + database + "\"");
    }
  }

  private Path seen(Path file) {
    return disk == null ? file : disk.outside(file);
  }

  private Path cluster() {
    return place.data(name()).resolve("cluster");
  }

  // PostgreSQL refuses to run as root; a user namespace takes the name from it and leaves the
  // files.
  private List<String> asUser(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(place.program("postgres-").resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return disk == null ? command : disk.inside(command);
  }
}
