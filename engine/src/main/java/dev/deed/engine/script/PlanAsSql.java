package dev.deed.engine.script;

import dev.deed.engine.Plan;
import dev.deed.engine.protocol.HistoryGuard;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.engine.protocol.ScriptSettings;
import org.jspecify.annotations.Nullable;

/// A whole plan as a script for plain `psql`: it leaves the database and its history as `apply`
/// would. The script is valid only for the history that the plan was made from, and refuses any
/// other.
public final class PlanAsSql {

  private static final String SETTINGS =
      """
      \\set ON_ERROR_STOP on
      \\set ON_ERROR_ROLLBACK off
      \\set AUTOCOMMIT on
      \\set SINGLELINE off
      \\set QUIET on
      \\pset pager off
      \\encoding UTF8
      """;

  private static final String LOCK =
      """

      -- One run at a time: this takes the lock of deed's own runs, until the session ends.
      SELECT pg_catalog.pg_try_advisory_lock(%d, %d) AS deed_alone,
             pg_catalog.gen_random_uuid() AS deed_run \\gset
      \\if :deed_alone
      \\else
      DO $deed$ BEGIN
        RAISE EXCEPTION 'another run is active in this database'
          USING HINT = 'run this script again when it has ended; deed status shows what is applied';
      END $deed$;
      \\endif
      """
          .formatted(HistorySql.LOCK_CLASS, HistorySql.LOCK_OBJECT);

  private static final String UNLOCK =
      "\nSELECT pg_catalog.pg_advisory_unlock(%d, %d) AS deed_alone \\gset\n"
          .formatted(HistorySql.LOCK_CLASS, HistorySql.LOCK_OBJECT);

  private static final String PREPARE_HISTORY =
      """

      SELECT pg_catalog.to_regclass('deed.migration') IS NULL AS deed_new \\gset
      \\if :deed_new
      BEGIN;
      SET LOCAL search_path = pg_catalog;
      %sCOMMIT;
      \\endif
      SELECT pg_catalog.max(version) < %d AS deed_old FROM deed.format \\gset
      \\if :deed_old
      BEGIN;
      SET LOCAL search_path = pg_catalog;
      %sCOMMIT;
      \\endif
      """;

  private static final String EXPECT =
      """

      SELECT pg_catalog.current_database() = %s AS deed_expected \\gset
      \\if :deed_expected
      \\else
      DO $deed$ BEGIN
        RAISE EXCEPTION 'this script is for another database';
      END $deed$;
      \\endif
      """;

  private final Plan plan;
  private final ScriptSettings settings;
  private final @Nullable String expected;
  private final ScriptBlocks blocks = new ScriptBlocks();
  private final StringBuilder text = new StringBuilder();

  private PlanAsSql(Plan plan, ScriptSettings settings, @Nullable String expected) {
    this.plan = plan;
    this.settings = settings;
    this.expected = expected;
  }

  /// @param expected what the server must call the database; null where any will do
  public static String of(Plan plan, ScriptSettings settings, @Nullable String expected) {
    return new PlanAsSql(plan, settings, expected).write();
  }

  private String write() {
    writeHead();
    if (!plan.moves().isEmpty()) {
      text.append(SETTINGS);
      if (expected != null) {
        text.append(EXPECT.formatted(PsqlText.literal(expected)));
      }
      text.append(LOCK);
      text.append(
          PREPARE_HISTORY.formatted(
              HistorySql.creation(), HistorySql.FORMAT, HistorySql.upgrade()));
      text.append(HistoryGuard.of(plan));
      plan.moves().forEach(move -> text.append(new MigrationAsSql(move, settings, blocks).text()));
      writeReset();
      text.append(UNLOCK);
    }
    return text.toString();
  }

  /// The session is given back as it was found.
  private void writeReset() {
    for (var command : MigrationProtocol.reset()) {
      text.append(command.sql()).append(";\n");
    }
  }

  private void writeHead() {
    var name = PsqlText.line(plan.database().text());
    var count = plan.moves().size();
    text.append("-- ").append(name).append(": ");
    text.append(count == 0 ? "nothing to do" : count == 1 ? "1 migration" : count + " migrations");
    text.append("\n-- psql -X -v ON_ERROR_STOP=1 -f <this file> <URL of ").append(name);
    text.append(">, outside of a transaction: without -1\n");
    if (plan.moves().stream().anyMatch(move -> move.direction().sendsStatements())) {
      text.append(
          """
          -- psql does not look at what a migration has really changed before it commits: only
          -- deed apply rolls back what code of it that deed check cannot read did to other services
          """);
    }
    for (var notice : plan.notices()) {
      text.append("-- note: ").append(PsqlText.line(notice)).append('\n');
    }
    for (var move : plan.moves()) {
      for (var requirement : move.requiredElsewhere()) {
        text.append("-- first apply ").append(PsqlText.line(requirement.toString()));
        text.append(": ").append(PsqlText.line(move.name().words())).append(" requires it\n");
      }
    }
    text.append('\n');
  }
}
