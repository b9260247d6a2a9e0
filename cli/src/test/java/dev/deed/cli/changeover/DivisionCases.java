package dev.deed.cli.changeover;

import static dev.deed.cli.changeover.Case.pair;

import dev.deed.expand.Request.MergeColumns;
import dev.deed.expand.Request.Part;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// The operations that change the number of columns.
final class DivisionCases {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  private DivisionCases() {}

  static List<Case> all() {
    return List.of(split(), split().keeping("30d"), merge(), merge().keeping("30d"));
  }

  private static Case split() {
    return new Case(
            "split-column",
            """
            CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, name varchar(80) NOT NULL DEFAULT 'no name');
            CREATE INDEX t_name_idx ON t (lower(name));
            ALTER TABLE t ADD CONSTRAINT t_name_check CHECK (name <> '');
            COMMENT ON COLUMN t.name IS 'both';
            INSERT INTO t (id, name) SELECT i, 'n' || i || ' m' || i FROM generate_series(1, 200) i;
            """,
            "ALTER TABLE t ADD COLUMN first text, ADD COLUMN \"Last\" text; ALTER TABLE t DROP COLUMN name",
            new SplitColumn(
                T,
                "name",
                List.of(
                    new Part("first", "text", "split_part(name, ' ', 1)"),
                    new Part("Last", "text", "split_part(name, ' ', 2)")),
                "first || ' ' || \"Last\""),
            "name",
            "first",
            List.of())
        .written(
            Form.of("name"),
            Form.of("first", "\"Last\""),
            List.of(
                pair("'Jane Doe'", "'Jane', 'Doe'"),
                pair("'no name'", "'no', 'name'"),
                pair("'it''s me'", "'it''s', 'me'")))
        .never(
            "SELECT id FROM t WHERE id <= 200 AND (first, \"Last\") IS DISTINCT FROM ('n' || id, 'm' || id)");
  }

  private static Case merge() {
    return new Case(
            "merge-columns",
            """
            CREATE TABLE t (id int PRIMARY KEY, other int NOT NULL DEFAULT 0, amount numeric, currency text DEFAULT 'EUR');
            CREATE INDEX t_amount_idx ON t (amount, other);
            INSERT INTO t (id, amount, currency) SELECT i, i, 'USD' FROM generate_series(1, 200) i;
            """,
            "ALTER TABLE t ADD COLUMN price text; ALTER TABLE t DROP COLUMN amount, DROP COLUMN currency",
            new MergeColumns(
                T,
                "price",
                "text",
                List.of(
                    new Part("amount", null, "split_part(price, ' ', 1)::numeric"),
                    new Part("currency", null, "split_part(price, ' ', 2)")),
                "amount || ' ' || currency"),
            "amount",
            "price",
            List.of())
        .written(
            Form.of("amount", "currency"),
            Form.of("price"),
            List.of(
                pair("1.50, 'EUR'", "'1.50 EUR'"),
                pair("2, 'USD'", "'2 USD'"),
                pair("0.00, 'EUR'", "'0.00 EUR'")))
        .never("SELECT id FROM t WHERE id <= 200 AND price IS DISTINCT FROM id || ' USD'");
  }
}
