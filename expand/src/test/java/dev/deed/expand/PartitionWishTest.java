package dev.deed.expand;

import static dev.deed.expand.SmallStories.T;
import static dev.deed.expand.SmallStories.refuses;
import static dev.deed.expand.SmallStories.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.expand.PartitionWish.Steps;
import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.expand.Request.AddRequiredColumn;
import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.PartitionTable;
import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.RenameColumn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tables that become partitioned ones, and those that are.
class PartitionWishTest {

  @Test
  void takes_a_value_from_the_enum_of_a_partitioned_table() {
    var written =
        story(
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE t (id int PRIMARY KEY, mood mood) PARTITION BY RANGE (id);
            CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (9);
            """,
            new RemoveEnumValue(T, "mood", "sad", "ok"));
    assertThat(written.files()).isNotEmpty();
  }

  @Test
  void refuses_a_partitioned_table_that_no_batches_pass() {
    var table = "CREATE TABLE t (id int, n int NOT NULL, a int) PARTITION BY RANGE (n); ";
    refuses(table, new RenameColumn(T, "a", "b"), "cannot be passed in batches", "ADD PRIMARY KEY");
    refuses(table, new AddRequiredColumn(T, "b", "uuid", "gen_random_uuid()"), "in batches");
    refuses(
        table + "CREATE INDEX i ON t (id)", new ChangeType(T, "a", "text", null, null, null), "in");
    var written = story(table + "CREATE INDEX i ON t (n)", new RenameColumn(T, "a", "b"));
    assertThat(written.files().get(1).up()).anyMatch(s -> s.contains("backfill key=n "));
  }

  @Test
  void locks_a_partitioned_table_before_its_partitions() {
    var contract =
        story(
                """
                CREATE TABLE t (id int PRIMARY KEY, a int) PARTITION BY RANGE (id);
                CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (0) TO (9);
                """,
                new RenameColumn(T, "a", "b"))
            .files()
            .getLast();
    assertThat(contract.up().stream().filter(s -> s.matches("(LOCK|DROP TRIGGER).*")))
        .startsWith("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE")
        .hasSize(3);
  }

  // Partitions

  private static Request divide(
      Strategy strategy, String column, Map<String, String> named, int count) {
    return new PartitionTable(
        T, new PartitionWish(strategy, List.of(column), named, null, count, true));
  }

  private static Request byHash(String column) {
    return divide(Strategy.HASH, column, Map.of(), 2);
  }

  @Test
  void refuses_tables_that_cannot_be_partitioned() {
    var table = "CREATE TABLE t (a int PRIMARY KEY, b int);";
    refuses(
        table,
        byHash("b"),
        "t_pkey on public.t (a) does not contain b",
        "CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON public.t (a, b); then ALTER TABLE public.t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new");
    refuses(table + "CREATE UNIQUE INDEX u ON t (b);", byHash("a"), "unique index public.u");
    refuses("CREATE TABLE t (a int, b int);", byHash("a"), "has no primary key");
    refuses("CREATE TABLE t (a citext PRIMARY KEY);", byHash("nope"), "has no column nope");
    refuses(
        "CREATE TABLE t (a int PRIMARY KEY) PARTITION BY HASH (a);", byHash("a"), "is partitioned");
    refuses(
        table + "CREATE TABLE u () INHERITS (t);", byHash("a"), "inherits or is inherited from");
    refuses(
        table
            + "ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t; ALTER TABLE t ADD CHECK (b > 0) NOT VALID;",
        byHash("a"),
        "points at rows of the same table",
        "is not validated");
    refuses(table + "ALTER TABLE t ADD EXCLUDE (b WITH =);", byHash("a"), "exclusion constraint");
    refuses(
        table + "ALTER TABLE t FORCE ROW LEVEL SECURITY;", byHash("a"), "is forced on its owner");
    refuses(
        table + "CREATE TABLE foreign_t (a int REFERENCES t);",
        byHash("a"),
        "of service shop points at public.t");
    refuses(
        table + "CREATE VIEW foreign_v AS SELECT a FROM t; CREATE VIEW v AS SELECT * FROM t;",
        byHash("a"),
        "foreign_v of service shop reads public.t",
        "defined with *");
    refuses(
        table + "CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        byHash("a"),
        "takes or returns rows of public.t");
    refuses(
        table + "CREATE PUBLICATION p FOR TABLE t;",
        byHash("a"),
        "publish_via_partition_root = true");
  }

  @Test
  void refuses_partitions_that_cannot_be() {
    var table = "CREATE TABLE t (a int PRIMARY KEY, d date);";
    refuses(table, byHash("a", 0), "no partition is named", "--count 8");
    refuses(
        table,
        divide(Strategy.LIST, "a", Map.of("x", "IN (1); DROP TABLE t"), 0),
        "the bound of partition x cannot be read");
    refuses(table, steps("month", "0", "5"), "--every month is not a whole number");
    refuses(table, steps("2", "5", "5"), "from 5 to 5 there is no step of 2");
    refuses(table, steps("1", "0", "100000"), "choose larger ones");
    refuses(table, divide(Strategy.LIST, "a", Map.of(), 3), "only hash partitions have a number");
  }

  private static Request byHash(String column, int count) {
    return divide(Strategy.HASH, column, Map.of(), count);
  }

  private static Request steps(String size, String from, String to) {
    return new PartitionTable(
        T,
        new PartitionWish(
            Strategy.RANGE, List.of("a"), Map.of(), new Steps(size, from, to), 0, false));
  }

  /// @return names and bounds
  private static List<String> partitions(String type, String size, String from, String to) {
    return story("CREATE TABLE t (a " + type + " PRIMARY KEY);", steps(size, from, to))
        .files()
        .getFirst()
        .up()
        .stream()
        .filter(statement -> statement.contains(" PARTITION OF "))
        .map(s ->
            s.replaceAll(
                "CREATE TABLE public\\.(\\S+) PARTITION OF public\\.t_new FOR VALUES ", "$1 "))
        .toList();
  }

  @Test
  void names_partitions_by_where_they_begin() {
    assertThat(partitions("date", "month", "2026-11-01", "2027-01-15"))
        .containsExactly(
            "t_2026_11 FROM ('2026-11-01') TO ('2026-12-01')",
            "t_2026_12 FROM ('2026-12-01') TO ('2027-01-01')",
            "t_2027_01 FROM ('2027-01-01') TO ('2027-02-01')");
    assertThat(partitions("timestamptz", "2 weeks", "2026-01-01", "2026-01-15"))
        .containsExactly(
            "t_2026_01_01 FROM ('2026-01-01 00:00:00+00') TO ('2026-01-15 00:00:00+00')");
    assertThat(partitions("timestamp", "year", "2026-01-01", "2027-01-01"))
        .containsExactly("t_2026 FROM ('2026-01-01') TO ('2027-01-01')");
    assertThat(partitions("date", "quarter", "2026-01-31", "2026-05-01"))
        .containsExactly(
            "t_2026_01_31 FROM ('2026-01-31') TO ('2026-04-30')",
            "t_2026_04_30 FROM ('2026-04-30') TO ('2026-07-30')");
    assertThat(partitions("bigint", "1000", "-1000", "1000"))
        .containsExactly("t_minus_1000 FROM (-1000) TO (0)", "t_0 FROM (0) TO (1000)");
  }
}
