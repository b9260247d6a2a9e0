package dev.deed.cli.changeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.expand.PartitionWish;
import dev.deed.expand.Phase;
import dev.deed.expand.Request.PartitionTable;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pair of operations, open at the same time on one table, as two teams write them side by
/// side: each can be abandoned while the other one is open, and both together lead to what two
/// plain `ALTER`s lead to, and back.
@ExtendWith(PostgresExtension.class)
class PairsTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  static Stream<PairOperation> firsts() {
    return PairOperation.all().stream();
  }

  @ParameterizedTest
  @MethodSource("firsts")
  void two_operations_do_not_disturb_each_other(PairOperation first, TestDatabase database)
      throws SQLException {
    var postgres = database.majorVersion();
    var all = PairOperation.all();
    var failures = new LinkedHashMap<String, String>();
    try (var connection = database.connect()) {
      for (var second : all.subList(all.indexOf(first), all.size())) {
        if (second.waitsFor(first)) {
          continue;
        }
        try {
          new Pair(connection, postgres, first, second).drive();
        } catch (AssertionError e) {
          failures.put(second.name(), String.valueOf(e.getMessage()));
          connection.createStatement().execute("ROLLBACK");
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /// A change of the whole table waits for those that are open, and they for it: it begins with
  /// what each of them leaves, and goes there and back.
  @Test
  void a_table_is_divided_after_any_of_them(TestDatabase database) throws SQLException {
    var postgres = database.majorVersion();
    assumeTrue(postgres >= 15, "foreign keys point at the table");
    var wish =
        new PartitionWish(PartitionWish.Strategy.HASH, List.of("id"), Map.of(), null, 2, true);
    var failures = new LinkedHashMap<String, String>();
    try (var connection = database.connect()) {
      for (var first : PairOperation.all()) {
        var begun = new Pair(connection, postgres, first, first);
        try {
          begun.begin();
          var plain = first.name().equals("add-unique") ? "" : first.plainOf(1);
          Consumer<StoryRun.Step> server = begun::send;
          if (!plain.isEmpty()) {
            begun.send(new StoryRun.Step(List.of(plain), false));
          }
          var run =
              StoryRun.of(
                  server,
                  postgres,
                  PairOperation.SCHEMA + plain,
                  new PartitionTable(T, wish),
                  null);
          begun.drive(run);
        } catch (AssertionError e) {
          failures.put(first.name(), String.valueOf(e.getMessage()));
          connection.createStatement().execute("ROLLBACK");
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /// Two stories that are written from the same schema.
  private static final class Pair {

    private final Connection connection;
    private final int postgres;
    private final PairOperation first;
    private final PairOperation second;

    Pair(Connection connection, int postgres, PairOperation first, PairOperation second) {
      this.connection = connection;
      this.postgres = postgres;
      this.first = first;
      this.second = second;
    }

    void drive() {
      begin();
      Consumer<StoryRun.Step> server = step -> send(step);
      var a = StoryRun.of(server, postgres, PairOperation.SCHEMA, first.requestOf(1), first.keep());
      var b =
          StoryRun.of(server, postgres, PairOperation.SCHEMA, second.requestOf(2), second.keep());
      var base = facts();
      a.up(Phase.EXPAND);
      b.up(Phase.EXPAND);
      write();
      a.up(Phase.BACKFILL);
      b.up(Phase.BACKFILL);
      write();
      var open = facts();
      a.down(Phase.BACKFILL);
      a.down(Phase.EXPAND);
      write();
      a.up(Phase.EXPAND);
      a.up(Phase.BACKFILL);
      assertThat(Facts.differences(open, facts())).as("abandoned").isEmpty();
      b.up(Phase.SWITCH);
      write();
      a.up(Phase.SWITCH);
      write();
      var switched = facts();
      a.up(Phase.CONTRACT);
      write();
      b.up(Phase.CONTRACT);
      write();
      var done = facts();
      b.down(Phase.CONTRACT);
      a.down(Phase.CONTRACT);
      assertThat(Facts.differences(switched, facts())).as("contract taken back").isEmpty();
      write();
      a.down(Phase.SWITCH);
      b.down(Phase.SWITCH);
      assertThat(Facts.differences(open, facts())).as("switched back").isEmpty();
      write();
      b.down(Phase.BACKFILL);
      a.down(Phase.BACKFILL);
      b.down(Phase.EXPAND);
      a.down(Phase.EXPAND);
      assertThat(Facts.differences(base, facts())).as("taken back").isEmpty();

      begin();
      send(new StoryRun.Step(List.of(first.plainOf(1), second.plainOf(2)), false));
      var expected = facts();
      assertThat(Facts.differences(expected, withoutKept(done))).as("plain").isEmpty();
    }

    /// One story, there and back, with code that writes the whole time.
    void drive(StoryRun run) {
      var base = facts();
      for (var phase : List.of(Phase.EXPAND, Phase.BACKFILL, Phase.SWITCH, Phase.CONTRACT)) {
        run.up(phase);
        write();
      }
      for (var phase : List.of(Phase.CONTRACT, Phase.SWITCH, Phase.BACKFILL, Phase.EXPAND)) {
        run.down(phase);
        write();
      }
      assertThat(Facts.differences(base, facts())).as("taken back").isEmpty();
    }

    /// What is kept goes later.
    private static List<String> withoutKept(List<String> facts) {
      return facts.stream().filter(f -> !f.contains("_kept") && !f.contains("_orphans")).toList();
    }

    private void begin() {
      send(
          new StoryRun.Step(
              List.of(
                  "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                      + PairOperation.SCHEMA
                      + PairOperation.ROWS),
              false));
    }

    /// What each kind of code does that knows nothing of the two.
    private void write() {
      send(
          new StoryRun.Step(
              List.of(
                  "INSERT INTO t (orphan1, orphan2) VALUES (1, 2)",
                  "UPDATE t SET other = other + 1 WHERE id % 3 = 0",
                  "DELETE FROM t WHERE id = (SELECT max(id) FROM t)"),
              false));
    }

    private List<String> facts() {
      var facts = new ArrayList<String>();
      try (var sql = connection.createStatement();
          var rows = sql.executeQuery(Facts.query(postgres))) {
        while (rows.next()) {
          facts.add(String.valueOf(rows.getString(1)));
        }
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      return facts;
    }

    private void send(StoryRun.Step step) {
      try (var sql = connection.createStatement()) {
        if (step.alone()) {
          for (var statement : step.statements()) {
            sql.execute(statement);
          }
        } else {
          sql.execute(String.join(";\n", step.statements()));
        }
      } catch (SQLException e) {
        throw new AssertionError(step.statements() + "\n" + e.getMessage(), e);
      }
    }
  }
}
