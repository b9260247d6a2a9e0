package dev.deed.lint.rule.definition;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;

import dev.deed.lint.facts.DefinedColumns.Defined;
import dev.deed.lint.rule.Look;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// About what new tables and columns look like.
public final class ColumnTypeRules {

  private static final Set<String> SMALL = Set.of("integer", "smallint", "serial", "smallserial");

  public static final List<Rule> ALL =
      List.of(
          warning(
              "char-column",
              "char(n) is padded with blanks",
              advice(
                  is("character"),
                  "every value is padded with blanks, which count in some comparisons and not in others",
                  "%s text")),
          warning(
              "json-column",
              "json has no equality: DISTINCT and GROUP BY fail",
              advice(
                  is("json"),
                  "it has no equality operator, so that SELECT DISTINCT, GROUP BY and UNION on the row fail, and no index",
                  "%s jsonb")),
          warning(
              "table-without-primary-key",
              "nothing tells the rows of a table apart",
              atScript(new TableWithoutPrimaryKey())),
          optional(
              "prefer-bigint",
              "a key of 32 bits or less runs out",
              advice(
                  column -> column.key() && SMALL.contains(column.type().text()),
                  "the numbers run out, and to widen them rewrites the table",
                  "%s bigint")),
          optional(
              "prefer-identity",
              "serial leaves a sequence with privileges and a default of its own",
              advice(
                  column -> column.type().text().endsWith("serial"),
                  "its sequence has privileges of its own, and the column still takes any number",
                  "%s bigint GENERATED ALWAYS AS IDENTITY")),
          optional(
              "prefer-text",
              "to shorten varchar(n) rewrites the table",
              advice(
                  column ->
                      column.type().isBuiltIn("character varying")
                          && !column.type().modifiers().isEmpty(),
                  "the length is part of the type, and to shorten it rewrites the table",
                  "%1$s text CHECK (length(%1$s) <= 100)")),
          optional(
              "prefer-timestamptz",
              "timestamp without time zone means a different instant in each session",
              advice(
                  is("timestamp without time zone"),
                  "which instant it means depends on who reads it",
                  "%s timestamptz")),
          optional(
              "unqualified-table",
              "where a table is created depends on the search_path",
              at(CreatesTable.class, new UnqualifiedTable())));

  private ColumnTypeRules() {}

  private static Look advice(Predicate<Defined> worse, String message, String better) {
    return at(TableEffect.class, new ColumnTypeAdvice(worse, message, better));
  }

  private static Predicate<Defined> is(String type) {
    return column -> column.type().isBuiltIn(type);
  }
}
