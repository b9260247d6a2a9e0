package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.pair;
import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// The operations on one column, each with everything that a column can carry.
final class ColumnCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private ColumnCases() {}

  static List<Case> all() {
    return List.of(rename(), renameOfTimestamp(), intToBigint(), statusToText());
  }

  private static Case rename() {
    return new Case(
        "rename-column",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, name varchar(40) NOT NULL DEFAULT 'none');
        CREATE INDEX t_name_idx ON t (lower(name), other) WHERE name <> '';
        CREATE UNIQUE INDEX t_key ON t (name, id);
        ALTER TABLE t ADD CONSTRAINT t_name_check CHECK (length(name) < 40);
        COMMENT ON COLUMN t.name IS 'it''s a name';
        ALTER TABLE t ALTER COLUMN name SET STATISTICS 500;
        CREATE VIEW v AS SELECT id, name FROM t;
        INSERT INTO t (id, name) SELECT i, 'n' || i FROM generate_series(1, 200) i;
        """,
        "ALTER TABLE t RENAME COLUMN name TO full_name",
        new RenameColumn(T, "name", "full_name"),
        "name",
        "full_name",
        List.of(same("'a'"), same("'b'"), same("''"), same("'none'"), same("repeat('x', 39)")));
  }

  private static Case renameOfTimestamp() {
    return new Case(
        "rename-column with a default that is now",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, "At" timestamptz DEFAULT now());
        INSERT INTO t (id, "At") SELECT i, timestamptz '2026-01-01' + nullif(i % 3, 0) * interval '1 day' FROM generate_series(1, 200) i;
        """,
        "ALTER TABLE t RENAME COLUMN \"At\" TO größe",
        new RenameColumn(T, "At", "größe"),
        "\"At\"",
        "\"größe\"",
        List.of(same("timestamptz '2020-01-01 00:00Z'"), same("NULL::timestamptz")));
  }

  private static Case intToBigint() {
    return new Case(
        "change-type int to bigint",
        """
        CREATE TABLE p (id int PRIMARY KEY, big bigint UNIQUE);
        INSERT INTO p SELECT i, i FROM generate_series(0, 1000) i;
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0,
          n int NOT NULL DEFAULT 7 CONSTRAINT t_n_check CHECK (n >= 0) REFERENCES p (big));
        CREATE INDEX t_n_idx ON t (n) INCLUDE (other);
        CREATE INDEX t_n_part ON t (other) WHERE n > 3;
        ALTER TABLE t ADD CONSTRAINT t_n_id_key UNIQUE (n, id);
        COMMENT ON CONSTRAINT t_n_id_key ON t IS 'no two';
        COMMENT ON INDEX t_n_idx IS 'finds';
        COMMENT ON COLUMN t.n IS 'how many';
        ALTER TABLE t ALTER COLUMN n SET STATISTICS 300;
        ALTER TABLE t ALTER COLUMN n SET (n_distinct = 5);
        CREATE STATISTICS t_stat (dependencies) ON n, other FROM t;
        GRANT SELECT (n), UPDATE (n) ON t TO pg_monitor;
        CREATE VIEW v AS SELECT id, n FROM t WHERE n > 0;
        GRANT SELECT ON v TO pg_monitor;
        CREATE VIEW w AS SELECT n + 1 AS m FROM v;
        INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
        """,
        """
        DROP VIEW w; DROP VIEW v;
        ALTER TABLE t ALTER COLUMN n TYPE bigint;
        CREATE VIEW v AS SELECT id, n FROM t WHERE n > 0;
        GRANT SELECT ON v TO pg_monitor;
        CREATE VIEW w AS SELECT n + 1 AS m FROM v;
        """,
        new ChangeType(T, "n", "bigint", null, null, null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("12"), same("999")));
  }

  private static Case statusToText() {
    return new Case(
        "change-type of a status to text",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, status integer NOT NULL DEFAULT 0);
        CREATE INDEX t_status_idx ON t (status);
        INSERT INTO t (id, status) SELECT i, i % 4 FROM generate_series(1, 200) i;
        """,
        """
        ALTER TABLE t ALTER COLUMN status DROP DEFAULT;
        ALTER TABLE t ALTER COLUMN status TYPE text USING
          CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'paid' WHEN 2 THEN 'shipped' WHEN 3 THEN 'done' ELSE 'unknown' END;
        ALTER TABLE t ALTER COLUMN status SET DEFAULT 'new';
        """,
        new ChangeType(
            T,
            "status",
            "text",
            "CASE status WHEN 0 THEN 'new' WHEN 1 THEN 'paid' WHEN 2 THEN 'shipped' WHEN 3 THEN 'done' ELSE 'unknown' END",
            "CASE status WHEN 'new' THEN 0 WHEN 'paid' THEN 1 WHEN 'shipped' THEN 2 WHEN 'done' THEN 3 ELSE -1 END",
            null),
        "status",
        "status",
        List.of(
            pair("0", "'new'"), pair("1", "'paid'"), pair("3", "'done'"), pair("-1", "'unknown'")));
  }
}
