package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.pair;
import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request.ChangeType;
import dev.deed.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What hangs on a column from outside of its table, or tells rows by it.
final class CarriedCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static final String DEPENDANTS =
      """
      CREATE VIEW "V 1" AS SELECT id, n FROM t WHERE n > 0;
      CREATE MATERIALIZED VIEW m AS SELECT n, count(*) AS c FROM "V 1" GROUP BY n;
      CREATE UNIQUE INDEX m_n_idx ON m (n);
      CREATE VIEW deep AS SELECT sum(c) AS s FROM m;
      COMMENT ON VIEW deep IS 'deep';
      GRANT SELECT ON m TO pg_monitor;
      CREATE POLICY p_n ON t FOR SELECT TO pg_monitor USING (n < 1000);
      CREATE TRIGGER t_n_upd AFTER UPDATE OF n ON t FOR EACH ROW WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION f();
      ALTER TABLE t DISABLE TRIGGER t_n_upd;
      CREATE RULE r_n AS ON DELETE TO t WHERE OLD.n = 4711 DO INSTEAD NOTHING;
      """;

  private static final String BEFORE =
      """
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.n > 9999 THEN NEW.n := 1; END IF; RETURN NEW; END $$;
      CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int NOT NULL DEFAULT 7);
      CREATE UNIQUE INDEX t_n_id ON t (n, id);
      ALTER TABLE t REPLICA IDENTITY USING INDEX t_n_id;
      CREATE STATISTICS s (ndistinct, mcv) ON n, other FROM t;
      ALTER STATISTICS s SET STATISTICS 50;
      COMMENT ON STATISTICS s IS 'both';
      CREATE TRIGGER zzzz_last BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
      """
          + DEPENDANTS
          + "INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;";

  private static final String TAKE_DOWN =
      """
      DROP RULE r_n ON t; DROP TRIGGER t_n_upd ON t; DROP POLICY p_n ON t; DROP VIEW deep; DROP MATERIALIZED VIEW m; DROP VIEW "V 1";
      """;

  private CarriedCases() {}

  static List<Case> all() {
    return List.of(
        dependants(),
        computing("change-type with a policy and triggers that compute", null),
        computing("change-type with a policy and triggers that compute, under another name", "m"),
        published(),
        publishedUnderNewName(),
        withoutKey(),
        partitioned(),
        longName());
  }

  private static Case dependants() {
    return new Case(
        "change-type with dependants of every kind",
        BEFORE,
        TAKE_DOWN
            + "ALTER TABLE t ALTER COLUMN n TYPE bigint; ALTER STATISTICS s SET STATISTICS 50;"
            + DEPENDANTS,
        new ChangeType(T, "n", "bigint", null, null, null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("12")));
  }

  private static final String COMPUTING =
      """
      CREATE POLICY p ON t TO pg_monitor USING (# > 0 AND other = 0) WITH CHECK (# IS NOT NULL);
      CREATE TRIGGER less AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.# < NEW.# OR NEW.other = 3) EXECUTE FUNCTION f();
      CREATE TRIGGER each AFTER UPDATE OF # ON t FOR EACH ROW WHEN (OLD.# IS DISTINCT FROM NEW.#) EXECUTE FUNCTION f();
      """;

  /// What computes with numbers goes on with the numbers that the words stand for.
  private static Case computing(String name, @Nullable String newName) {
    var last = newName == null ? "n" : newName;
    var numbers = COMPUTING.replace("#", "n");
    var words =
        COMPUTING
            .replace("OLD.# IS", "OLD.% IS")
            .replace("FROM NEW.#", "FROM NEW.%")
            .replace("(# IS", "(% IS")
            .replace("OF #", "OF %")
            .replace("OLD.#", "(OLD.%)::integer")
            .replace("NEW.#", "(NEW.%)::integer")
            .replace("#", "(%)::integer")
            .replace("%", last);
    return new Case(
        name,
        """
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int DEFAULT 7);
        INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
        """
            + numbers,
        "DROP POLICY p ON t; DROP TRIGGER less ON t; DROP TRIGGER each ON t; ALTER TABLE t ALTER COLUMN n DROP DEFAULT, ALTER COLUMN n TYPE text, ALTER n SET DEFAULT 7; ALTER TABLE t RENAME n TO x; ALTER TABLE t RENAME x TO %s;"
                .formatted(last)
            + words,
        new ChangeType(T, "n", "text", null, null, newName),
        "n",
        last,
        List.of(pair("0", "'0'"), pair("12", "'12'"), same("NULL")));
  }

  private static final String PUBLISHED =
      """
      CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int DEFAULT 7);
      CREATE TABLE another (id int);
      CREATE PUBLICATION pub FOR TABLE another, t (id, n) WHERE (id > 0);
      INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
      """;

  private static Case published() {
    return new Case(
        "change-type of a published column",
        PUBLISHED,
        "DROP PUBLICATION pub; ALTER TABLE t ALTER COLUMN n TYPE bigint; CREATE PUBLICATION pub FOR TABLE another, t (id, n) WHERE (id > 0);",
        new ChangeType(T, "n", "bigint", null, null, null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("NULL")));
  }

  private static Case publishedUnderNewName() {
    return new Case(
        "change-type of a published column under another name",
        PUBLISHED,
        "DROP PUBLICATION pub; ALTER TABLE t ALTER COLUMN n DROP DEFAULT, ALTER COLUMN n TYPE text, ALTER n SET DEFAULT '7'; ALTER TABLE t RENAME n TO num; CREATE PUBLICATION pub FOR TABLE another, t (id, num) WHERE (id > 0);",
        new ChangeType(T, "n", "text", "n::text", "num::int", "num"),
        "n",
        "num",
        List.of(pair("0", "'0'"), pair("12", "'12'")));
  }

  /// Of as many bytes as PostgreSQL keeps.
  private static Case longName() {
    var name = "\"" + "ü".repeat(30) + "A$_\"";
    return new Case(
        "change-type of a column with a long name",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, # int NOT NULL DEFAULT 7 CONSTRAINT # CHECK (# >= 0));
        CREATE INDEX "#" ON t (#, other);
        INSERT INTO t (id, #) SELECT i, i % 10 FROM generate_series(1, 200) i;
        """
            .replace("\"#\"", "\"" + "ö".repeat(31) + "\"")
            .replace("#", name),
        "ALTER TABLE t ALTER COLUMN # TYPE bigint".replace("#", name),
        new ChangeType(T, name.replace("\"", ""), "bigint", null, null, null),
        name,
        name,
        List.of(same("0"), same("7"), same("12")));
  }

  /// The blocks of the table are walked.
  private static Case withoutKey() {
    return new Case(
        "change-type without a primary key",
        """
        CREATE TABLE t (id int UNIQUE, other int NOT NULL DEFAULT 0, n int);
        CREATE INDEX t_n_idx ON t (n);
        INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
        """,
        "ALTER TABLE t ALTER COLUMN n TYPE bigint",
        new ChangeType(T, "n", "bigint", null, null, null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("NULL")));
  }

  private static Case partitioned() {
    return new Case(
        "change-type of a partitioned table with an index",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int NOT NULL DEFAULT 3 CHECK (n >= 0)) PARTITION BY RANGE (id);
        CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (MINVALUE) TO (1030);
        CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (1030) TO (MAXVALUE) PARTITION BY RANGE (id);
        CREATE TABLE t_highest PARTITION OF t_high DEFAULT;
        CREATE INDEX t_n_idx ON t (n);
        CREATE INDEX t_n_more ON t (other, n DESC) WHERE n > 2;
        INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(900, 1100) i;
        """,
        "ALTER TABLE t ALTER COLUMN n TYPE bigint",
        new ChangeType(T, "n", "bigint", null, null, null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("12")));
  }
}
