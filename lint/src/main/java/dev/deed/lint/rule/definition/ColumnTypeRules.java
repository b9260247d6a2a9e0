package dev.deed.lint.rule.definition;

import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;

import dev.deed.lint.facts.DefinedColumns.Defined;
import dev.deed.lint.rule.Rule;
import dev.deed.lint.rule.RuleCheck;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The rules about the types of columns and the form of new tables.
public final class ColumnTypeRules {

  private static final Set<String> SMALL = Set.of("integer", "smallint", "serial", "smallserial");

  public static final List<Rule> ALL =
      List.of(
          warning(
              "char-column",
              "a column is char(n), which is padded with blanks",
              advice(
                  is("character"),
                  "its values are padded with blanks, which count in some comparisons and not in others",
                  "%s text")),
          warning(
              "json-column",
              "a column is json, which has no equality operator: DISTINCT and GROUP BY fail",
              advice(
                  is("json"),
                  "json has no equality operator, so SELECT DISTINCT, GROUP BY and UNION on the row fail, and it cannot be indexed",
                  "%s jsonb")),
          warning(
              "table-without-primary-key",
              "a table is created without a primary key",
              atScript(new TableWithoutPrimaryKey())),
          optional(
              "prefer-bigint",
              "a key has a type of 32 bits or less, which can run out of numbers",
              advice(
                  column -> column.key() && SMALL.contains(column.type().text()),
                  "the key can run out of numbers, and widening it later rewrites the table",
                  "%s bigint")),
          optional(
              "prefer-identity",
              "a column is serial, whose sequence has privileges of its own",
              advice(
                  column -> column.type().text().endsWith("serial"),
                  "its sequence has privileges of its own, and the column accepts any other number",
                  "%s bigint GENERATED ALWAYS AS IDENTITY")),
          optional(
              "prefer-text",
              "a column is varchar(n), and reducing its length rewrites the table",
              advice(
                  column ->
                      column.type().isBuiltIn("character varying")
                          && !column.type().modifiers().isEmpty(),
                  "the length is part of the type, and reducing it later rewrites the table",
                  "%1$s text CHECK (length(%1$s) <= 100)")),
          optional(
              "prefer-timestamptz",
              "a column is timestamp without time zone, which means a different instant in each session",
              advice(
                  is("timestamp without time zone"),
                  "which instant it means depends on the time zone of the session that reads it",
                  "%s timestamptz")),
          optional(
              "unqualified-table",
              "a table is created without a schema in its name, so its schema depends on the search_path",
              at(CreatesTable.class, new UnqualifiedTable())));

  private ColumnTypeRules() {}

  private static RuleCheck advice(Predicate<Defined> worse, String message, String better) {
    return at(TableEffect.class, new ColumnTypeAdvice(worse, message, better));
  }

  private static Predicate<Defined> is(String type) {
    return column -> column.type().isBuiltIn(type);
  }
}
