package io.tierline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgreSqlIT {

  @Test
  void shouldKeepWhatWasCommittedWhenKilled() throws Exception {
    PostgreSql postgres = SharedStack.with(PostgreSql.class).part(PostgreSql.class);
    String url = postgres.url("kept");
    try (var connection = DriverManager.getConnection(url, "tierline", "tierline");
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");
    }

    postgres.kill();
    postgres.start();

    try (var connection = DriverManager.getConnection(url, "tierline", "tierline");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select answer from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  @Test
  void shouldAnswerAgainAfterItWasHeldStill() throws Exception {
    PostgreSql postgres = SharedStack.with(PostgreSql.class).part(PostgreSql.class);
    String url = postgres.url("held") + "?loginTimeout=1";

    postgres.freeze();
    assertThatThrownBy(() -> DriverManager.getConnection(url, "tierline", "tierline"))
        .isInstanceOf(SQLException.class);
    postgres.thaw();

    try (var connection = DriverManager.getConnection(url, "tierline", "tierline")) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }
}
