package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two files in the words of people: without casts, schemas and owners.
@ExtendWith(PostgresExtension.class)
class WrittenFilesTest {

  private static final String TEXTS =
      """
      CREATE TABLE orders (
        id int PRIMARY KEY, state text NOT NULL DEFAULT 'new', size int, span int4range,
        CONSTRAINT alone EXCLUDE (id WITH =));
      CREATE INDEX new_orders ON orders (id) WHERE state = 'new';
      CREATE INDEX small_orders ON orders (id) WHERE size = '1';
      ALTER TABLE orders ADD CONSTRAINT known CHECK (state <> 'lost');
      """;

  private static final String ENUM =
      """
      CREATE TYPE state AS ENUM ('new', 'lost', 'done');
      CREATE TABLE orders (
        id int PRIMARY KEY, state state NOT NULL DEFAULT 'new', size text, span int4range,
        CONSTRAINT alone EXCLUDE (id WITH =) DEFERRABLE);
      CREATE INDEX new_orders ON orders (id) WHERE state = 'new';
      CREATE INDEX small_orders ON orders (id) WHERE size = '1';
      ALTER TABLE orders ADD CONSTRAINT known CHECK (state <> 'lost');
      """;

  @Test
  void closes_a_change_of_a_type_under_conditions_that_read_the_same(
      TestDatabase from, TestDatabase to) throws IOException, SQLException {
    closes(from, to, TEXTS, ENUM);
  }

  @Test
  void closes_it_the_other_way_round(TestDatabase from, TestDatabase to)
      throws IOException, SQLException {
    closes(from, to, ENUM, TEXTS);
  }

  @Test
  void closes_default_privileges_of_the_role_that_runs_it(TestDatabase from, TestDatabase to)
      throws IOException, SQLException {
    var table = "CREATE TABLE orders (id int);";
    var more =
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;"
            + "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;";
    closes(from, to, table, table + more);
  }

  private static final String TREE = "CREATE TABLE tree (id int PRIMARY KEY, up int, name text);";

  private static final String OVER_TREE =
      """
      CREATE RECURSIVE VIEW "Rc" (id, path) AS
        SELECT id, name FROM tree WHERE up IS NULL
        UNION ALL
        SELECT c.id, r.path || '/' || c.name FROM tree c JOIN "Rc" r ON r.id = c.up;
      CREATE VIEW first AS
        SELECT id FROM tree ORDER BY name FETCH FIRST 2 ROWS WITH TIES FOR UPDATE;
      CREATE OPERATOR CLASS own FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=,
        OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
      CREATE INDEX by_own ON tree (id own);
      CREATE COLLATION c FROM "C";
      CREATE TABLE days (d date, t text) PARTITION BY RANGE (d, t);
      CREATE TABLE days1 PARTITION OF days
        FOR VALUES FROM ('2020-1-1', MINVALUE) TO (date '2020-02-01', 'it''s');
      CREATE DOMAIN price AS numeric(5,2) DEFAULT 0;
      CREATE DOMAIN low AS price CHECK (VALUE < 100);
      CREATE STATISTICS st ON (lower(name)), id FROM tree;
      CREATE POLICY own ON tree TO CURRENT_USER USING (id > 1);
      """;

  @Test
  void closes_what_a_file_says_in_short(TestDatabase from, TestDatabase to)
      throws IOException, SQLException {
    closes(from, to, TREE, TREE + OVER_TREE);
  }

  @Test
  void closes_what_a_file_says_in_short_the_other_way_round(TestDatabase from, TestDatabase to)
      throws IOException, SQLException {
    closes(from, to, TREE + OVER_TREE, TREE);
  }

  @Test
  void takes_default_privileges_of_no_role_for_those_of_the_only_one() throws IOException {
    var written = "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;";
    var dumped = "ALTER DEFAULT PRIVILEGES FOR ROLE ann GRANT SELECT ON TABLES TO PUBLIC;";
    var more = "ALTER DEFAULT PRIVILEGES FOR ROLE bob GRANT SELECT ON TABLES TO PUBLIC;";

    assertThat(report(written, dumped)).isEqualTo("no drift\n");
    assertThat(report(dumped, written)).isEqualTo("no drift\n");
    assertThat(report(written, dumped + more)).contains("missing", "added");
    assertThat(report(written, dumped.replace("SELECT", "INSERT"))).contains("missing", "added");
  }

  @Test
  void knows_the_index_that_a_table_uses_by_its_new_name() throws IOException {
    assertThat(
            report(
                """
                CREATE TABLE orders (id int NOT NULL, size int NOT NULL, CONSTRAINT k UNIQUE (id));
                CREATE UNIQUE INDEX i ON orders (size);
                ALTER TABLE orders CLUSTER ON k;
                ALTER TABLE orders REPLICA IDENTITY USING INDEX i;
                ALTER TABLE orders RENAME CONSTRAINT k TO "Key";
                ALTER INDEX i RENAME TO "I";
                ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX "I";
                CREATE MATERIALIZED VIEW sizes AS SELECT size FROM orders;
                CREATE INDEX s ON sizes (size);
                ALTER MATERIALIZED VIEW sizes CLUSTER ON s;
                ALTER INDEX s RENAME TO by_size;
                """,
                """
                CREATE TABLE orders (
                  id int NOT NULL, size int NOT NULL, CONSTRAINT "Key" UNIQUE (id),
                  CONSTRAINT u UNIQUE (size));
                ALTER TABLE orders CLUSTER ON "Key";
                ALTER TABLE orders REPLICA IDENTITY USING INDEX u;
                CREATE MATERIALIZED VIEW sizes AS SELECT size FROM orders;
                CREATE INDEX by_size ON sizes (size);
                ALTER MATERIALIZED VIEW sizes CLUSTER ON by_size;
                """))
        .isEqualTo("no drift\n");
  }

  /// PostgreSQL counts the bytes of a name.
  @Test
  void closes_a_change_of_an_index_and_a_key_with_long_names(TestDatabase from, TestDatabase to)
      throws IOException, SQLException {
    var table =
        """
        CREATE TABLE orders (id int NOT NULL, size int, CONSTRAINT "%1$sk" UNIQUE (id)%2$s);
        CREATE INDEX "%1$si" ON orders (%3$s);
        """;
    var name = "ö".repeat(31);
    closes(
        from,
        to,
        table.formatted(name, "", "size"),
        table.formatted(name, " DEFERRABLE", "size, id"));
  }

  @Test
  void compares_grants_though_only_one_file_has_any() throws IOException {
    var table = "CREATE TABLE orders (id int);";
    var report = report(table, table + "GRANT SELECT ON orders TO PUBLIC;");

    assertThat(report)
        .isEqualTo(
            """
            changed table public.orders [behaviour, api]
              privileges of public: (none) -> select
            """);
  }

  @Test
  void takes_the_role_of_a_schema_for_its_owner() throws IOException {
    assertThat(
            report(
                "CREATE SCHEMA shop AUTHORIZATION keeper;",
                "CREATE SCHEMA shop; ALTER SCHEMA shop OWNER TO keeper;"))
        .isEqualTo("no drift\n");
  }

  private static void closes(TestDatabase from, TestDatabase to, String before, String after)
      throws IOException, SQLException {
    from.execute(before);
    to.execute(after);
    var reconciliation = Reconciler.withOrder(side(before), side(after), true);
    try (var connection = from.connect();
        var statement = connection.createStatement()) {
      for (var closing : reconciliation.closings()) {
        statement.execute(closing.sql());
      }
    }

    var left = DriftCheck.between(Owners.DATABASE, read(from), read(to), Owners::of);
    assertThat(PlainReport.of(left)).as(PlainSql.of(reconciliation)).isEqualTo("no drift\n");
  }

  private static String report(String from, String to) throws IOException {
    return PlainReport.of(DriftCheck.between(Owners.DATABASE, side(from), side(to), Owners::of));
  }

  private static Side side(String sql) throws IOException {
    var bytes = new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8));
    return Side.ofFile("x.sql", new SourceFile("x.sql"), bytes);
  }

  private static Side read(TestDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      var schema = CatalogSchema.read(connection);
      return Side.ofCatalogs("x", new SourceFile("x"), schema.sql(), schema.postgres());
    }
  }
}
