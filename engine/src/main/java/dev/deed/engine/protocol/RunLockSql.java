package dev.deed.engine.protocol;

/// Whether the session has deed's run lock, before it commits: released advisory locks do not come
/// back when the transaction is rolled back.
public final class RunLockSql {

  private static final String IS_HELD =
      """
      EXISTS (
          SELECT FROM pg_catalog.pg_locks l
          WHERE l.locktype = 'advisory' AND l.classid = %d AND l.objid = %d AND l.objsubid = 2
            AND l.granted AND l.pid = pg_catalog.pg_backend_pid()
        )\
      """
          .formatted(HistorySql.LOCK_CLASS, HistorySql.LOCK_OBJECT);

  /// In the message with which `HELD` fails.
  public static final String RELEASED = "has released deed's run lock";

  /// Fails, and says why, where it is not held.
  public static final String HELD =
      """
      DO $deed$ BEGIN
        IF NOT %s THEN
          RAISE EXCEPTION 'the migration %s'
            USING HINT = 'take out DISCARD ALL, pg_advisory_unlock_all and pg_advisory_unlock, also in functions and DO blocks';
        END IF;
      END $deed$\
      """
          .formatted(IS_HELD, RELEASED.replace("'", "''"));

  static final Command COMMAND =
      new Command.LockHeld(HELD, "SELECT %s WHERE NOT %s".formatted(AssumedSettings.FAIL, IS_HELD));

  private RunLockSql() {}
}
