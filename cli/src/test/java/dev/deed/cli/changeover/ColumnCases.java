package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.pair;
import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request.ChangeType;
import dev.deed.expand.Request.KeyToBigint;
import dev.deed.expand.Request.RemoveEnumValue;
import dev.deed.expand.Request.RenameColumn;
import dev.deed.expand.Request.TextToEnum;
import dev.deed.expand.Request.ToStatus;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The operations on one column, each with everything that a column can carry.
final class ColumnCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private ColumnCases() {}

  static List<Case> all() {
    return List.of(
        rename(),
        renameOfTimestamp(),
        renamePartitioned(),
        intToBigint(),
        statusToText(),
        viewsThatCompute(),
        flagToStatus(),
        roleToEnum(),
        withoutEnumValue(),
        keyToBigint(),
        serialKey());
  }

  private static Case flagToStatus() {
    return new Case(
        "bool-or-int-to-status under a new name",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, completed boolean NOT NULL DEFAULT false);
        CREATE INDEX t_completed_idx ON t (completed);
        CREATE INDEX t_open_idx ON t (other) WHERE NOT completed;
        ALTER TABLE t ADD CONSTRAINT t_open CHECK (completed OR other >= 0), ADD CHECK (completed IS NOT NULL);
        INSERT INTO t (id, completed) SELECT i, i % 4 = 0 FROM generate_series(1, 200) i;
        """,
        """
        ALTER TABLE t ALTER COLUMN completed DROP DEFAULT, DROP CONSTRAINT t_open;
        DROP INDEX t_open_idx;
        ALTER TABLE t ALTER COLUMN completed TYPE varchar(20) USING CASE WHEN completed THEN 'completed' ELSE 'pending' END;
        ALTER TABLE t RENAME COLUMN completed TO status;
        ALTER TABLE t ALTER COLUMN status SET DEFAULT 'pending';
        CREATE INDEX t_open_idx ON t (other) WHERE NOT (CASE status WHEN 'pending' THEN false WHEN 'completed' THEN true ELSE false END::boolean);
        ALTER TABLE t ADD CONSTRAINT t_open CHECK (CASE status WHEN 'pending' THEN false WHEN 'completed' THEN true ELSE false END::boolean OR other >= 0);
        """,
        new ToStatus(
            T,
            "completed",
            "varchar(20)",
            new TreeMap<>(Map.of("true", "completed", "false", "pending")),
            null,
            "status"),
        "completed",
        "status",
        List.of(pair("true", "'completed'"), pair("false", "'pending'")));
  }

  private static Case roleToEnum() {
    return new Case(
        "text-to-enum",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, role varchar(20) NOT NULL DEFAULT 'user');
        CREATE INDEX t_role_idx ON t (role);
        CREATE INDEX t_admin_idx ON t (id) WHERE role IN ('admin', 'it''s');
        CREATE INDEX t_user_idx ON t (id) WHERE ((role)::text = 'user'::text);
        ALTER TABLE t ADD CONSTRAINT t_role CHECK ((role)::text = ANY ((ARRAY['user'::character varying, 'admin'::character varying, 'it''s'::character varying])::text[])),
            ADD CONSTRAINT t_length CHECK (length(role) > 1 AND role <> '');
        INSERT INTO t (id, role) SELECT i, (ARRAY['user', 'admin', 'it''s'])[1 + i % 3] FROM generate_series(1, 200) i;
        """,
        """
        CREATE TYPE user_role AS ENUM ('user', 'admin', 'it''s');
        ALTER TABLE t ALTER COLUMN role DROP DEFAULT, DROP CONSTRAINT t_role, DROP CONSTRAINT t_length;
        DROP INDEX t_admin_idx, t_user_idx;
        ALTER TABLE t ALTER COLUMN role TYPE user_role USING role::user_role;
        CREATE INDEX t_admin_idx ON t (id) WHERE role IN ('admin', 'it''s');
        CREATE INDEX t_user_idx ON t (id) WHERE role = 'user';
        ALTER TABLE t ADD CONSTRAINT t_role CHECK (role = ANY (ARRAY['user'::user_role, 'admin'::user_role, 'it''s'::user_role])),
            ADD CONSTRAINT t_length CHECK (length(role::text) > 1 AND role::text <> '');
        ALTER TABLE t ALTER COLUMN role SET DEFAULT 'user';
        """,
        new TextToEnum(T, "role", "user_role", List.of("user", "admin", "it's")),
        "role",
        "role",
        List.of(same("'user'"), same("'admin'"), same("'it''s'")));
  }

  private static Case withoutEnumValue() {
    return new Case(
        "remove-enum-value",
        """
        CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, mood mood DEFAULT 'happy');
        CREATE INDEX t_mood_idx ON t (mood) WHERE mood IS NOT NULL;
        INSERT INTO t (id, mood) SELECT i, (ARRAY['sad', 'ok', 'happy', NULL])[1 + i % 4]::mood FROM generate_series(1, 200) i;
        """,
        """
        CREATE TYPE new_mood AS ENUM ('ok', 'happy');
        ALTER TABLE t ALTER COLUMN mood DROP DEFAULT;
        DROP INDEX t_mood_idx;
        ALTER TABLE t ALTER COLUMN mood TYPE new_mood USING (CASE mood WHEN 'sad' THEN 'ok' ELSE mood::text END)::new_mood;
        ALTER TABLE t ALTER COLUMN mood SET DEFAULT 'happy';
        CREATE INDEX t_mood_idx ON t (mood) WHERE mood IS NOT NULL;
        DROP TYPE mood;
        ALTER TYPE new_mood RENAME TO mood;
        """,
        new RemoveEnumValue(T, "mood", "sad", "ok"),
        "mood",
        "mood",
        List.of(same("'ok'"), same("'happy'"), same("NULL")));
  }

  private static Case keyToBigint() {
    return new Case(
        "key-to-bigint with an identity",
        """
        CREATE TABLE t (id int NOT NULL CONSTRAINT t_id_key UNIQUE, other int NOT NULL DEFAULT 0, val int,
          k int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
        INSERT INTO t (id) SELECT i FROM generate_series(1, 200) i;
        ALTER TABLE t ADD CONSTRAINT t_k_other_key UNIQUE (k, other);
        CREATE TABLE child (id int PRIMARY KEY, t_k int REFERENCES t (k) ON DELETE CASCADE);
        INSERT INTO child SELECT i, i FROM generate_series(1, 100) i;
        """,
        "ALTER TABLE t ALTER COLUMN k TYPE bigint; ALTER SEQUENCE t_k_seq AS bigint",
        new KeyToBigint(T),
        "val",
        "val",
        List.of(same("1"), same("2")));
  }

  private static Case serialKey() {
    return new Case(
        "key-to-bigint with a serial",
        """
        CREATE TABLE t (id int NOT NULL CONSTRAINT t_id_key UNIQUE, other int NOT NULL DEFAULT 0, val int, k serial PRIMARY KEY);
        INSERT INTO t (id) SELECT i FROM generate_series(1, 200) i;
        """,
        "ALTER TABLE t ALTER COLUMN k TYPE bigint; ALTER SEQUENCE t_k_seq AS bigint",
        new KeyToBigint(T),
        "val",
        "val",
        List.of(same("1"), same("2")));
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

  private static Case renamePartitioned() {
    return new Case(
        "rename-column of a partitioned table",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, name text) PARTITION BY RANGE (id);
        CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (MINVALUE) TO (1030);
        CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (1030) TO (MAXVALUE) PARTITION BY RANGE (id);
        CREATE TABLE t_highest PARTITION OF t_high DEFAULT;
        CREATE INDEX t_name_idx ON t (name);
        INSERT INTO t (id, name) SELECT i, 'n' || i FROM generate_series(900, 1100) i;
        """,
        "ALTER TABLE t RENAME COLUMN name TO full_name",
        new RenameColumn(T, "name", "full_name"),
        "name",
        "full_name",
        List.of(same("'a'"), same("NULL"), same("''")));
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

  private static Case viewsThatCompute() {
    return new Case(
        "change-type under views that compute",
        """
        CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int NOT NULL DEFAULT 7);
        CREATE VIEW v AS SELECT id, n, n * 2 AS m FROM t u WHERE n > 0 OR n IS NULL ORDER BY n;
        CREATE MATERIALIZED VIEW w AS SELECT n + 1 AS next, m, count(n) AS c FROM v GROUP BY n, m HAVING sum(n) > 0;
        CREATE VIEW x AS SELECT v.n, t.id FROM v JOIN t USING (id) UNION ALL SELECT n, id FROM t;
        INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
        REFRESH MATERIALIZED VIEW w;
        """,
        """
        DROP VIEW x; DROP MATERIALIZED VIEW w; DROP VIEW v;
        ALTER TABLE t ALTER COLUMN n TYPE text;
        CREATE VIEW v AS SELECT id, n, n::int * 2 AS m FROM t u WHERE n::int > 0 OR n IS NULL ORDER BY n;
        CREATE MATERIALIZED VIEW w AS SELECT n::int + 1 AS next, m, count(n) AS c FROM v GROUP BY n, m HAVING sum(n::int) > 0;
        CREATE VIEW x AS SELECT v.n, t.id FROM v JOIN t USING (id) UNION ALL SELECT n, id FROM t;
        """,
        new ChangeType(T, "n", "text", null, null, null),
        "n",
        "n",
        List.of(pair("0", "'0'"), pair("7", "'7'"), pair("12", "'12'")));
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
