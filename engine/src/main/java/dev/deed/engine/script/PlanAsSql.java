package dev.deed.engine.script;

import dev.deed.engine.Plan;
import dev.deed.engine.protocol.HistoryGuard;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A whole plan as a script for plain `psql`: it leaves the database and its history as `apply`
/// would. The script is valid only for the history that the plan was made from, and refuses any
/// other.
public final class PlanAsSql {

  /// @param lockTimeout how long a statement may wait for a lock
  /// @param statementTimeout zero for none
  /// @param concurrentTimeout for a statement that works concurrently, including its waits
  /// @param idleTimeout for a transaction whose client is silent
  /// @param roles the database role under which a service's migrations run, if one is given
  public record Limits(
      Duration lockTimeout,
      Duration statementTimeout,
      Duration concurrentTimeout,
      Duration idleTimeout,
      Map<ServiceName, String> roles) {
    public Limits {
      roles = Map.copyOf(roles);
    }
  }

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

  private static final String CREATE_HISTORY =
      """

      SELECT pg_catalog.to_regclass('deed.migration') IS NULL AS deed_new \\gset
      \\if :deed_new
      BEGIN;
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
  private final Limits limits;
  private final @Nullable String expected;
  private final StringBuilder text = new StringBuilder();

  private PlanAsSql(Plan plan, Limits limits, @Nullable String expected) {
    this.plan = plan;
    this.limits = limits;
    this.expected = expected;
  }

  /// @param expected the name that the server must report for the database; null if any is accepted
  public static String of(Plan plan, Limits limits, @Nullable String expected) {
    return new PlanAsSql(plan, limits, expected).write();
  }

  private String write() {
    writeHead();
    if (!plan.moves().isEmpty()) {
      text.append(SETTINGS);
      if (expected != null) {
        text.append(EXPECT.formatted(PsqlText.literal(expected)));
      }
      text.append(LOCK);
      text.append(CREATE_HISTORY.formatted(HistorySql.creation()));
      text.append(HistoryGuard.of(plan));
      plan.moves().forEach(move -> new MigrationAsSql(move, limits, text).write());
      text.append(UNLOCK);
    }
    return text.toString();
  }

  private void writeHead() {
    var name = PsqlText.line(plan.database().text());
    var count = plan.moves().size();
    text.append("-- ").append(name).append(": ");
    text.append(count == 0 ? "nothing to do" : count == 1 ? "1 migration" : count + " migrations");
    text.append("\n-- psql -X -v ON_ERROR_STOP=1 -f <this file> <URL of ").append(name);
    text.append(">, outside of a transaction: without -1\n");
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
