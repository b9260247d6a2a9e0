package dev.deed.lint.rule.type;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;
import static dev.deed.lint.rule.RuleCheck.atStatement;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.CANNOT_UNDO;
import static dev.deed.sql.Hazard.LOSES_DATA;
import static dev.deed.sql.Hazard.REWRITES_TABLE;

import dev.deed.lint.facts.TypeChange;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.RenamesEnumValue;
import java.util.List;

/// The rules about changing the types of columns, and about enums.
public final class TypeRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "type-rewrite",
              "a column's type changes, which rewrites the table",
              TypeChange.at(new TypeRewrite()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "vector-dimensions",
              "a pgvector column has more dimensions than its type takes",
              at(Effect.class, new VectorDimensions())),
          error(
              "type-of-key",
              "the type of a foreign key's column changes, and reads and writes of both tables wait",
              TypeChange.at(new TypeOfKey()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "type-with-dependants",
              "a column's type changes that a view, policy, rule or trigger uses, which PostgreSQL refuses",
              TypeChange.at(new TypeWithDependants())),
          warning(
              "type-scans-table",
              "a column's type changes, and every row is checked or indexes are rebuilt",
              TypeChange.at(new TypeScansTable()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "type-narrowing",
              "a column's type changes to one that cannot hold all values",
              TypeChange.at(new TypeNarrowing()),
              LOSES_DATA),
          warning(
              "collation-change",
              "a column's collation changes, and its indexes are rebuilt",
              TypeChange.at(new CollationChange()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "enum-value-used-at-once",
              "a new value of an enum is used in the transaction that adds it",
              atStatement(new EnumValueUsedAtOnce())),
          error(
              "rename-enum-value",
              "a value of an enum is renamed that code may still use",
              at(RenamesEnumValue.class, new RenameEnumValue()),
              BREAKS_RUNNING_CODE),
          warning(
              "enum-value-order",
              "a value is added to an enum without BEFORE or AFTER",
              at(AddsEnumValue.class, new EnumValueOrder()),
              CANNOT_UNDO),
          warning(
              "enum-value-not-undone",
              "a down leaves a value that its up added to an enum",
              atScript(new EnumValueNotUndone()),
              CANNOT_UNDO),
          optional(
              "create-enum",
              "an enum is created, whose values can never be removed",
              at(CreatesEnum.class, new CreateEnum()),
              CANNOT_UNDO));

  private TypeRules() {}
}
