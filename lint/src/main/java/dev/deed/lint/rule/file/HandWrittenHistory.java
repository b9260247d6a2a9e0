package dev.deed.lint.rule.file;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.Set;

/// Finds rows that are written by hand to the history table of a migration tool.
final class HandWrittenHistory implements EffectCheck<WritesRows> {

  private static final Set<String> HISTORIES =
      Set.of(
          "schema_migrations",
          "schema_migration",
          "alembic_version",
          "flyway_schema_history",
          "schema_version",
          "databasechangelog",
          "goose_db_version",
          "__drizzle_migrations",
          "_prisma_migrations",
          "knex_migrations",
          "django_migrations",
          "ar_internal_metadata",
          "__diesel_schema_migrations",
          "__efmigrationshistory",
          "_sqlx_migrations",
          "play_evolutions",
          "pgmigrations");

  @Override
  public void check(WritesRows writes, RuleView view) {
    var table = view.relation(writes.relation());
    if ("deed".equals(table.schema()) || HISTORIES.contains(table.name())) {
      view.report(
          writes.span(),
          "%s is the history table of a migration tool; deed writes its own history, in deed.migration"
              .formatted(table.dotted()),
          "remove the statement; record what was changed by hand with deed record",
          ObjectName.table(table));
    }
  }
}
