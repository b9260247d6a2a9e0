package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.same;

import dev.deed.expand.Request;
import dev.deed.expand.Request.AddCheck;
import dev.deed.expand.Request.AddForeignKey;
import dev.deed.expand.Request.AddRequiredColumn;
import dev.deed.expand.Request.AddUnique;
import dev.deed.expand.Request.DropColumn;
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

  private TableCases() {}

  static List<Case> all() {
    return List.of(
        of(
            "set-not-null",
            "ALTER TABLE t ALTER COLUMN n SET NOT NULL",
            new SetNotNull(T, "n", null)),
        of(
            "set-not-null with a value",
            "ALTER TABLE t ALTER COLUMN n SET NOT NULL",
            new SetNotNull(T, "n", "0")),
        of(
            "add-required-column",
            "ALTER TABLE t ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()",
            new AddRequiredColumn(T, "token", "uuid", "gen_random_uuid()")),
        of(
            "add-check",
            "ALTER TABLE t ADD CONSTRAINT small CHECK (n < 100 OR n IS NULL)",
            new AddCheck(T, "small", "n < 100 OR n IS NULL")),
        of(
            "add-unique",
            "ALTER TABLE t ADD CONSTRAINT t_id_n UNIQUE (id, n)",
            new AddUnique(T, "t_id_n", List.of("id", "n"))),
        of(
            "add-foreign-key",
            "CREATE INDEX t_t_p_idx ON t (n, b); ALTER TABLE t ADD CONSTRAINT t_p FOREIGN KEY (n, b) REFERENCES p (a, b) ON DELETE CASCADE",
            new AddForeignKey(
                T,
                "t_p",
                List.of("n", "b"),
                QualifiedName.of("public", "p"),
                List.of(),
                "ON DELETE CASCADE",
                false)),
        of("drop-column", "ALTER TABLE t DROP COLUMN \"Gone\"", new DropColumn(T, "Gone", false)));
  }

  private static Case of(String name, String plain, Request request) {
    return new Case(
        name, BEFORE, plain, request, "n", "n", List.of(same("0"), same("7"), same("12")));
  }
}
