package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.sql.QualifiedName;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Rows that a subscription's apply worker writes. The server is one of its own: logical decoding
/// is an option of its start.
@DisabledOnOs(OS.WINDOWS)
class SubscriptionTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static final String SCHEMA =
      "CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'none');";

  private static final String ROWS = "SELECT id, a, b FROM t ORDER BY id";

  @TempDir private Path folder;

  @Test
  void keeps_columns_equal_for_rows_that_are_replicated() throws IOException {
    try (var server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setServerConfig("fsync", "off")
            .setServerConfig("wal_level", "logical")
            .start()) {
      var source = new TestDatabase("localhost", server.getPort(), "postgres", "postgres", "");
      source.create("old_code");
      source.create("new_code");
      source.create("target");
      var target = on(source, "target");
      // The target is expanded. One publisher knows the old column only, the other the new one.
      target.execute(SCHEMA);
      StoryRun.of(target, SCHEMA, new RenameColumn(T, "a", "b")).up(Phase.EXPAND);
      var ofOldCode = publish(source, "old_code", SCHEMA);
      var ofNewCode = publish(source, "new_code", SCHEMA.replace("a text", "b text"));
      subscribe(target, ofOldCode);
      subscribe(target, ofNewCode);

      ofOldCode.execute("INSERT INTO t VALUES (1, 'x'), (2, NULL); INSERT INTO t VALUES (3, 'y')");
      ofNewCode.execute(
          "INSERT INTO t VALUES (11, 'x'), (12, NULL); INSERT INTO t VALUES (13, 'y')");
      target.await(ROWS, "1|x|x", "2||", "3|y|y", "11|x|x", "12||", "13|y|y");

      ofOldCode.execute("UPDATE t SET a = 'z' WHERE id < 3; DELETE FROM t WHERE id = 3");
      ofNewCode.execute("UPDATE t SET b = 'z' WHERE id < 13; DELETE FROM t WHERE id = 13");
      target.await(ROWS, "1|z|z", "2|z|z", "11|z|z", "12|z|z");
      assertThat(target.query("SELECT count(*) FROM pg_stat_subscription WHERE pid IS NULL"))
          .containsExactly("0");
    }
  }

  private static TestDatabase on(TestDatabase server, String database) {
    return new TestDatabase(
        server.host(), server.port(), database, server.user(), server.password());
  }

  private static TestDatabase publish(TestDatabase server, String name, String schema) {
    var database = on(server, name);
    database.execute(schema);
    database.execute("CREATE PUBLICATION all_of_t FOR TABLE t");
    database.query(
        "SELECT pg_create_logical_replication_slot('%s', 'pgoutput')".formatted(slot(database)));
    return database;
  }

  /// A subscription that makes its slot itself would wait for its own transaction on one server.
  private static void subscribe(TestDatabase target, TestDatabase publisher) {
    target.execute(
        "CREATE SUBSCRIPTION %1$s CONNECTION 'host=%2$s port=%3$d dbname=%4$s user=%5$s' PUBLICATION all_of_t WITH (create_slot = false, slot_name = '%1$s', copy_data = false)"
            .formatted(
                slot(publisher),
                publisher.host(),
                publisher.port(),
                publisher.name(),
                publisher.user()));
  }

  private static String slot(TestDatabase database) {
    return "slot_" + database.name();
  }
}
