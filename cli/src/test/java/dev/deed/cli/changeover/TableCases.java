package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.pair;
import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request;
import dev.deed.expand.Request.AddCheck;
import dev.deed.expand.Request.AddForeignKey;
import dev.deed.expand.Request.AddRequiredColumn;
import dev.deed.expand.Request.AddUnique;
import dev.deed.expand.Request.DropColumn;
import dev.deed.expand.Request.DropTable;
import dev.deed.expand.Request.RenameTable;
import dev.deed.expand.Request.SetNotNull;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// The operations that add a condition or take something away.
final class TableCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private static final String BEFORE =
      """
      CREATE TABLE p (a int, b text, PRIMARY KEY (a, b));
      INSERT INTO p SELECT i, 'x' FROM generate_series(0, 20) i;
      CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, n int, b text DEFAULT 'x', "Gone" text DEFAULT 'g');
      CREATE INDEX t_gone ON t ("Gone");
      ALTER TABLE t ADD CONSTRAINT t_gone_check CHECK ("Gone" <> '');
      INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
      """;

  private static final String FOREIGN_KEY =
      "CREATE INDEX t_t_p_idx ON t (n, b); ALTER TABLE t ADD CONSTRAINT t_p FOREIGN KEY (n, b) REFERENCES p (a, b) ON DELETE CASCADE";

  private TableCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "set-not-null",
            "ALTER TABLE t ALTER COLUMN n SET NOT NULL",
            new SetNotNull(T, "n", null)),
        setNotNullWithValue(),
        setNotNullOfHeirs(),
        addRequiredColumn(),
        addRequiredColumnOfHeir(),
        of(
            "add-check",
            "ALTER TABLE t ADD CONSTRAINT small CHECK (n < 100 OR n IS NULL)",
            new AddCheck(T, "small", "n < 100 OR n IS NULL")),
        of(
            "add-unique",
            "ALTER TABLE t ADD CONSTRAINT t_id_n UNIQUE (id, n)",
            new AddUnique(T, "t_id_n", List.of("id", "n"))),
        of("add-foreign-key", FOREIGN_KEY, foreignKey(false)),
        addForeignKeyDeletingOrphans(),
        dropColumn(),
        dropColumn()
            .written(
                Form.of("\"Gone\""), Form.NONE, List.of(same("'a'"), same("NULL"), same("'it''s'")))
            .keeping("30d"),
        dropRequiredColumn().keeping("12h"),
        dropTable(),
        renameTable());
  }

  private static AddForeignKey foreignKey(boolean deleteOrphans) {
    return new AddForeignKey(
        T,
        "t_p",
        List.of("n", "b"),
        QualifiedName.of("public", "p"),
        List.of(),
        "ON DELETE CASCADE",
        deleteOrphans);
  }

  private static final String HEIR =
      """
      CREATE TABLE base (n int, "Gone" text);
      CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0) INHERITS (base);
      CREATE TABLE heir (more text) INHERITS (t);
      INSERT INTO t (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
      INSERT INTO heir (id, n) SELECT i, i % 10 FROM generate_series(1, 200) i;
      """;

  private static Case setNotNullOfHeirs() {
    return new Case(
        "set-not-null of a table that inherits and is inherited from",
        HEIR,
        "ALTER TABLE t ALTER COLUMN n SET NOT NULL",
        new SetNotNull(T, "n", null),
        "n",
        "n",
        List.of(same("0"), same("7"), same("12")));
  }

  private static Case addRequiredColumnOfHeir() {
    return new Case(
            "add-required-column of a table that inherits",
            HEIR.replaceAll(".* heir .*\n", ""),
            "ALTER TABLE t ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()",
            new AddRequiredColumn(T, "token", "uuid", "gen_random_uuid()"),
            "n",
            "n",
            List.of(same("0"), same("7"), same("12")))
        .never("SELECT token FROM t GROUP BY token HAVING count(*) > 1 OR token IS NULL");
  }

  /// Old code goes on writing `NULL`.
  private static Case setNotNullWithValue() {
    return new Case(
            "set-not-null with a value",
            BEFORE + "UPDATE t SET n = NULL WHERE id % 2 = 0;",
            "UPDATE t SET n = 0 WHERE n IS NULL; ALTER TABLE t ALTER COLUMN n SET NOT NULL",
            new SetNotNull(T, "n", "0 - 1"),
            "n",
            "n",
            List.of(same("0"), same("7"), pair("NULL", "-1", "-1")))
        .never(
            "SELECT id FROM t WHERE id <= 200 AND n <> CASE id % 2 WHEN 0 THEN -1 ELSE id % 10 END");
  }

  private static Case addRequiredColumn() {
    return of(
            "add-required-column",
            "ALTER TABLE t ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()",
            new AddRequiredColumn(T, "token", "uuid", "gen_random_uuid()"))
        .never("SELECT token FROM t GROUP BY token HAVING count(*) > 1 OR token IS NULL");
  }

  private static Case addForeignKeyDeletingOrphans() {
    return new Case(
            "add-foreign-key that deletes orphans",
            BEFORE
                + "UPDATE t SET n = 500 WHERE id % 3 = 0; UPDATE t SET b = NULL, n = 500 WHERE id % 6 = 0;",
            "DELETE FROM t WHERE n = 500;" + FOREIGN_KEY,
            foreignKey(true),
            "n",
            "n",
            List.of(same("0"), same("7"), same("12")))
        .never("SELECT id FROM t WHERE n = 500 AND b IS NOT NULL");
  }

  private static Case dropColumn() {
    return of("drop-column", "ALTER TABLE t DROP COLUMN \"Gone\"", new DropColumn(T, "Gone"));
  }

  /// Its key is of two columns, and new code leaves the column out.
  private static Case dropRequiredColumn() {
    return new Case(
            "drop-column that is required",
            """
            CREATE TABLE t (id int UNIQUE, other int NOT NULL DEFAULT 0, n int, doc json NOT NULL, "Key" text DEFAULT 'k', PRIMARY KEY (id, "Key"));
            INSERT INTO t (id, doc) SELECT i, json_build_object('i', i) FROM generate_series(1, 200) i;
            """,
            "ALTER TABLE t DROP COLUMN doc",
            new DropColumn(T, "doc"),
            "doc",
            "doc",
            List.of())
        .written(Form.of("doc"), Form.NONE, List.of(same("'[1]'"), same("'{ }'")));
  }

  private static Case dropTable() {
    return of("drop-table", "DROP TABLE t", new DropTable(T))
        .written(Form.of("n", "\"Gone\""), Form.NONE, List.of(same("1, 'x'"), same("NULL, NULL")));
  }

  private static Case renameTable() {
    return of("rename-table", "ALTER TABLE t RENAME TO \"Größe\"", new RenameTable(T, "Größe"))
        .written(
            Form.of("n", "\"Gone\""),
            Form.in("\"Größe\"", "n", "\"Gone\""),
            List.of(same("1, 'x'"), same("NULL, NULL")));
  }

  private static Case of(String name, String plain, Request request) {
    return new Case(
        name, BEFORE, plain, request, "n", "n", List.of(same("0"), same("7"), same("12")));
  }
}
