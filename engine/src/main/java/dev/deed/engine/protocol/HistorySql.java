package dev.deed.engine.protocol;

import dev.deed.engine.HistoryRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The SQL that writes history, shared by runs and by scripts for `psql`.
public final class HistorySql {

  /// The version of the schema `deed` that this program creates and reads.
  public static final int FORMAT = 3;

  /// The run lock is an advisory lock with this class and object: the letters of "deed".
  public static final int LOCK_CLASS = 0x64656564;

  public static final int LOCK_OBJECT = 1;

  /// Writes both tables in one round trip: version, service, slug, file, state, checksum, up, down,
  /// irreversible, requires, alone, checksum of what is kept, statements, finished, begun, out of
  /// order, seconds, error, run. If a trigger or a policy discards the row, the event has no run,
  /// which its table refuses: the transaction fails instead of committing without a history.
  public static final String RECORD =
      """
      with recorded as (
        insert into deed.migration (version, service, slug, file, state, checksum, up, down, irreversible,
            requires, alone, kept_checksum, statements, finished, begun, out_of_order, took, error, run, position)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, pg_catalog.make_interval(secs => ?), ?, ?,
            (select coalesce(pg_catalog.max(position), 0) + 1 from deed.migration))
        on conflict (version) do update
        set service = excluded.service, slug = excluded.slug, file = excluded.file,
            state = excluded.state, checksum = excluded.checksum, up = excluded.up,
            down = excluded.down, irreversible = excluded.irreversible, requires = excluded.requires,
            alone = excluded.alone, kept_checksum = excluded.kept_checksum,
            statements = excluded.statements, finished = excluded.finished, further = 0, begun = excluded.begun,
            out_of_order = excluded.out_of_order, took = excluded.took, error = excluded.error,
            run = excluded.run, who = session_user,
            at = pg_catalog.clock_timestamp(),
            position = case excluded.state when 'reverting' then migration.position
                else excluded.position end
        returning version, service, state, checksum, took, error, run)
      insert into deed.event (run, version, service, event, checksum, took, detail)
      select run, version, service, state, checksum, took, error
      from (values (true)) as one left join recorded on true
      """;

  /// What `further` becomes: the number of statements that are recorded as done, that of those that
  /// are done now, twice. Sent twice, it adds nothing; where another session has changed the row
  /// meanwhile, it fails.
  static final String FURTHER =
      """
      case when pg_catalog.cardinality(finished) + further in (?, ?) then ? - pg_catalog.cardinality(finished)
            else pg_catalog.concat('deed.migration was changed meanwhile: ',
                pg_catalog.cardinality(finished) + further, ' statements are done')::pg_catalog.int4 end\
      """;

  /// Updates the progress of an unfinished migration: further, as an expression; begun, state, run,
  /// version. A number, not the list of checksums: the list would be written again for each of
  /// thousands of statements.
  public static final String PROGRESS =
      """
      update deed.migration set further = ?, begun = ?, state = ?, run = ?,
          at = pg_catalog.clock_timestamp()
      where version = ?
      """;

  /// Restores the row from before a rollback of which nothing was done: run, version.
  public static final String AS_BEFORE =
      """
      update deed.migration m
      set finished = '{}', further = 0, begun = false, run = ?, (state, who, at, took) =
          (select coalesce(e.event, 'applied'), coalesce(e.who, m.who), coalesce(e.at, m.at),
                  coalesce(e.took, m.took)
           from (select) none left join lateral
               (select event, who, at, took from deed.event
                where version = m.version and event in ('applied', 'stamped', 'manual')
                order by id desc limit 1) e on true)
      where version = ?
      """;

  /// Fails where the row or the event that `RECORD` has written in this transaction is not there
  /// any more: a trigger may delete them after they were counted. A script may have left a
  /// savepoint, so the transaction may be one within this. Other sessions write events, too. The
  /// row is looked up by its key for each event: joined, thousands of rows would be read each time.
  private static final String IS_KEPT =
      """
      EXISTS (
            SELECT FROM (SELECT e.version, e.event, e.xmin FROM deed.event e ORDER BY e.id DESC LIMIT 20) AS e
            WHERE pg_catalog.age(e.xmin) <= pg_catalog.age(pg_catalog.pg_current_xact_id()::pg_catalog.xid)
              AND (SELECT m.xmin = e.xmin AND m.state = e.event FROM deed.migration m WHERE m.version = e.version))\
      """;

  private static final String REFUSE_LOST =
      """
      DO $deed$ BEGIN
        IF NOT %s THEN
          RAISE EXCEPTION USING ERRCODE = '%s',
            MESSAGE = 'deed.migration did not keep the row that records this, or deed.event did not: a trigger or a policy on it discards rows',
            HINT = 'drop what discards them: \\d deed.migration and \\d deed.event in psql show it';
        END IF;
      END $deed$\
      """
          .formatted(IS_KEPT, AssumedSettings.OTHERWISE);

  /// As a block it costs the server more than what it looks at.
  static final Command KEPT =
      new Command.Kept(
          REFUSE_LOST, "SELECT %s WHERE NOT %s".formatted(AssumedSettings.FAIL, IS_KEPT));

  /// Run, version, detail. As in `RECORD`, an update that a trigger or a policy discards fails.
  static final String ABANDON =
      """
      with recorded as (
        update deed.migration
        set state = case state when 'reverting' then 'abandoned_rollback' else 'abandoned' end,
            run = ?, who = session_user, at = pg_catalog.clock_timestamp(), took = '0'
        where version = ? and state in ('started', 'failed', 'reverting')
        returning version, service, state, checksum, run)
      insert into deed.event (run, version, service, event, checksum, detail)
      select run, version, service, state, checksum, ?
      from (values (true)) as one left join recorded on true
      """;

  /// Run, version, service, event, checksum, seconds, detail.
  static final String EVENT =
      """
      insert into deed.event (run, version, service, event, checksum, took, detail)
      values (?, ?, ?, ?, ?, pg_catalog.make_interval(secs => ?), ?)
      """;

  /// Version, run, number of statements done.
  static final String OUTCOME =
      "select state from deed.migration where version = ? and run = ? and not begun and pg_catalog.cardinality(finished) + further = ?";

  private HistorySql() {}

  /// The value in the history's column.
  public static String textOf(HistoryRow.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /// The statements that create the schema `deed`.
  public static String creation() {
    return resource("create.sql") + evidence();
  }

  /// Creates `deed.evidence` where it does not exist: evidence may come before all migrations.
  public static String evidence() {
    return resource("evidence.sql");
  }

  /// Makes this format of an older one.
  public static String upgrade() {
    return resource("upgrade.sql") + evidence();
  }

  private static String resource(String name) {
    try (var resource = HistorySql.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
