package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a backfill counts of its table, before and after.
@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BackfillProofTest {

  /// Of each type of PostgreSQL's own that columns have, two values.
  private static final List<String> VALUES =
      List.of(
          "smallint: 1, 2",
          "integer: 1, 2",
          "bigint: 1, 2",
          "numeric: 1.50, 2",
          "real: 1.5, 2",
          "double precision: 1.5, 2",
          "money: 1, 2",
          "text: 'a', 'b'",
          "varchar(9): 'a', 'b'",
          "char(9): 'a', 'b'",
          "\"char\": 'a', 'b'",
          "name: 'a', 'b'",
          "bytea: 'a', 'b'",
          "date: '2020-01-01', '2020-01-02'",
          "time: '10:00', '11:00'",
          "timetz: '10:00+1', '11:00+1'",
          "timestamp: '2020-01-01', '2020-01-02'",
          "timestamptz: '2020-01-01', '2020-01-02'",
          "interval: '1 h', '2 h'",
          "boolean: true, false",
          "uuid: '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'",
          "inet: '10.0.0.1', '10.0.0.2'",
          "cidr: '10.0.0.0/8', '11.0.0.0/8'",
          "macaddr: '08:00:2b:01:02:03', '08:00:2b:01:02:04'",
          "oid: 1, 2",
          "regclass: 'pg_class', 'pg_proc'",
          "pg_lsn: '0/1', '0/2'",
          "jsonb: '1', '2'",
          "bit(3): '101', '111'",
          "tsvector: 'a', 'b'",
          "int[]: '{1}', '{2}'",
          "int4range: '[1,2)', '[2,3)'",
          "mood: 'sad', 'happy'",
          "short: 1, 2",
          "pair: '(1,a)', '(2,b)'");

  private static final String TYPES =
      """
      CREATE TYPE mood AS ENUM ('sad', 'happy');
      CREATE DOMAIN short AS int CHECK (VALUE < 9);
      CREATE TYPE pair AS (n int, t text);
      """;

  @TempDir Path folder;

  /// Two tables with the same values in other rows, and one with a NULL.
  @Test
  void has_another_checksum_where_values_of_any_type_are_in_other_rows(TestDatabase auth) {
    var sql = new StringBuilder(TYPES);
    var fills = new StringBuilder();
    for (var i = 0; i < VALUES.size(); i++) {
      var parts = VALUES.get(i).split(": ", 2);
      var values = parts[1].split(", (?=['0-9a-z])");
      table(sql, fills, "a" + i, parts[0], values[0], values[1]);
      table(sql, fills, "b" + i, parts[0], values[1], values[0]);
      table(sql, fills, "c" + i, parts[0], values[0], "NULL");
    }
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file("auth/web/1_t.sql", sql.toString())
            .file("auth/web/2_fill.sql", fills.toString());

    assertThat(project.apply().failure()).isNull();
    assertThat(auth.query("SELECT DISTINCT state FROM deed.backfill")).containsExactly("proved");
    assertThat(
            auth.query(
                "SELECT substr(table_name, 9), count(DISTINCT proof) FROM deed.backfill GROUP BY 1 HAVING count(DISTINCT proof) <> 3"))
        .isEmpty();
  }

  private static void table(
      StringBuilder sql, StringBuilder fills, String name, String type, String one, String two) {
    sql.append(
        """
        CREATE TABLE %1$s (id int, k %2$s, v %2$s, w %2$s, PRIMARY KEY (id));
        INSERT INTO %1$s (id, w) VALUES (1, %3$s), (2, %4$s);
        """
            .formatted(name, type, one, two));
    fills.append(
        """
        -- deed: backfill batch=10 target=off
        UPDATE %s SET v = w WHERE v::text IS DISTINCT FROM w::text;
        """
            .formatted(name));
  }

  @Test
  void hashes_keys_of_any_type_with_what_belongs_to_them(TestDatabase auth) {
    var types = List.of("bigint", "text", "uuid", "date", "timestamptz", "numeric", "boolean");
    var keys =
        types.stream().map(type -> "k_" + type + " " + type).collect(Collectors.joining(", "));
    var names = types.stream().map(type -> "k_" + type).collect(Collectors.joining(", "));
    var table =
        """
        CREATE TABLE %1$s (%2$s, v int, w text, x boolean, PRIMARY KEY (%3$s));
        INSERT INTO %1$s VALUES
          (1, 'a', '00000000-0000-0000-0000-000000000001', '2020-01-01', '2020-01-01 00:00Z', 1, %4$s),
          (1, 'a', '00000000-0000-0000-0000-000000000001', '2020-01-01', '2020-01-01 00:00Z', 1, %5$s);
        """;
    var fill =
        """
        -- deed: backfill batch=10 target=off
        UPDATE %1$s SET v = 1 WHERE v IS NULL;
        -- deed: backfill batch=10 target=off
        UPDATE %1$s SET w = %2$s, x = true WHERE x IS NULL;
        """;
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                table.formatted("a", keys, names, "true", "false")
                    + table.formatted("b", keys, names, "true", "false"))
            .file(
                "auth/web/2_fill.sql",
                fill.formatted("a", "'w'") + fill.formatted("b", "k_boolean::text"));

    assertThat(project.apply().failure()).isNull();
    assertThat(
            auth.query(
                "SELECT statement % 2, count(DISTINCT proof) FROM deed.backfill WHERE state = 'proved' GROUP BY 1 ORDER BY 1"))
        .as("the same rows have the same checksum, other ones another")
        .containsExactly("0|2", "1|1");
  }

  /// Nothing has analyzed it yet: the catalog says that it has no rows.
  @Test
  void knows_about_how_many_rows_a_new_table_has(TestDatabase auth) {
    var project =
        new Project(folder)
            .on(AUTH, auth)
            .file(
                "auth/web/1_t.sql",
                """
                CREATE TABLE t (id int PRIMARY KEY, v int) WITH (autovacuum_enabled = false);
                INSERT INTO t SELECT i FROM generate_series(1, 20000) i;
                CREATE TABLE p (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10000) WITH (autovacuum_enabled = false);
                CREATE TABLE p2 PARTITION OF p DEFAULT WITH (autovacuum_enabled = false);
                INSERT INTO p SELECT i FROM generate_series(1, 20000) i;
                CREATE TABLE empty (id int PRIMARY KEY, v int);
                """)
            .file(
                "auth/web/2_fill.sql",
                """
                -- deed: backfill
                UPDATE t SET v = 1 WHERE v IS NULL;
                -- deed: backfill
                UPDATE p SET v = 1 WHERE v IS NULL;
                -- deed: backfill
                UPDATE empty SET v = 1 WHERE v IS NULL;
                """);

    assertThat(project.apply().failure()).isNull();
    assertThat(
            auth.query(
                "SELECT table_name, estimate > 0, estimate BETWEEN 10000 AND 40000 FROM deed.backfill ORDER BY statement"))
        .containsExactly("public.t|t|t", "public.p|t|t", "public.empty|f|f");
  }
}
