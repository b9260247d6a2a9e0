package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import java.sql.SQLException;

/// Remembers what `pg_stat_statements` has counted when a step of a changeover was applied: what is
/// counted later shows who still uses the old form.
record StatementSample(RunSession work) {

  private static final String EXTENSION =
      """
      SELECT pg_catalog.quote_ident(n.nspname) || '.pg_stat_statements'
      FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'pg_stat_statements'
      """;

  private static final String TAKE =
      """
      BEGIN; SET LOCAL search_path = pg_catalog;
      INSERT INTO deed.statement_sample (queryid, userid, calls)
      SELECT queryid, userid, sum(calls) FROM %s
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND queryid IS NOT NULL
      GROUP BY queryid, userid
      -- The time stays that of the last call that was noticed: another changeover may look at it.
      ON CONFLICT (queryid, userid) DO UPDATE SET calls = excluded.calls, at = clock_timestamp()
        WHERE statement_sample.calls <> excluded.calls;
      COMMIT
      """;

  static boolean isWanted(PlannedMigration move) {
    return move.body().script().directives().stream()
        .anyMatch(directive -> directive.name().equals("changeover"));
  }

  /// Where it cannot be taken, every call counts as a new one.
  void take() throws SQLException {
    var view = new RowQuery(work.session()).rows(EXTENSION);
    if (view.isEmpty()) {
      return;
    }
    try {
      work.session().execute(TAKE.formatted(view.getFirst().getFirst()));
    } catch (SQLException e) {
      work.session().rollback();
    }
  }
}
