package dev.deed.lint.rule.removal;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.CANNOT_UNDO;
import static dev.deed.sql.Hazard.LOSES_DATA;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import java.util.List;

/// The rules about names that deployed code uses, and about data that is lost.
public final class RemovalRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "rename-column",
              "a column is renamed that code may still use",
              at(Renames.class, new RenameColumn()),
              BREAKS_RUNNING_CODE),
          error(
              "rename-table",
              "a table, view or sequence is renamed that code may still use",
              at(Renames.class, new RenameTable()),
              BREAKS_RUNNING_CODE),
          error(
              "rename-schema",
              "a schema is renamed that code may still use",
              at(Renames.class, new RenameSchema()),
              BREAKS_RUNNING_CODE),
          error(
              "move-to-schema",
              "an object is moved to another schema that code may still use",
              at(MovesToSchema.class, new MoveToSchema()),
              BREAKS_RUNNING_CODE),
          error(
              "drop-column",
              "a column is dropped that code may still use",
              at(Effect.class, new DropColumn()),
              BREAKS_RUNNING_CODE,
              LOSES_DATA,
              CANNOT_UNDO),
          error(
              "drop-table",
              "a table is dropped that code may still use",
              at(Drops.class, new DropTable()),
              BREAKS_RUNNING_CODE,
              LOSES_DATA,
              CANNOT_UNDO),
          error(
              "drop-and-recreate-table",
              "a table is dropped and recreated empty",
              at(Drops.class, new DropAndRecreateTable()),
              LOSES_DATA,
              CANNOT_UNDO),
          error(
              "drop-schema-or-database",
              "a schema or database is dropped",
              at(Drops.class, new DropSchema()),
              BREAKS_RUNNING_CODE,
              LOSES_DATA,
              CANNOT_UNDO),
          error(
              "drop-owned",
              "everything that a role owns is dropped",
              at(DropsOwned.class, new DropOwned()),
              LOSES_DATA,
              BREAKS_RUNNING_CODE),
          error(
              "drop-type",
              "a type is dropped that columns or code may still use",
              at(Drops.class, new DropType()),
              BREAKS_RUNNING_CODE),
          error(
              "drop-cascade",
              "CASCADE drops more than the statement names",
              at(Effect.class, new DropCascade()),
              BREAKS_RUNNING_CODE,
              LOSES_DATA,
              CANNOT_UNDO),
          error(
              "truncate-table",
              "a table is emptied with TRUNCATE",
              at(TruncatesTable.class, new TruncateTable()),
              LOSES_DATA,
              CANNOT_UNDO,
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "drop-trigger",
              "a trigger is dropped that code may rely on",
              at(Drops.class, new DropTrigger()),
              BREAKS_RUNNING_CODE),
          warning(
              "drop-view-or-function",
              "a view, function or sequence is dropped that code may still use",
              at(Drops.class, new DropViewOrFunction()),
              BREAKS_RUNNING_CODE));

  private RemovalRules() {}
}
