package dev.deed.engine.run;

import dev.deed.engine.Backfill;
import dev.deed.engine.Checksum;
import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.PsqlText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The row of one backfill in `deed.backfill`: how far it is, written in the transaction of each
/// batch, and what people ask of it while it runs.
final class BackfillRecord {

  /// Deed's own tables are written by the role that connected.
  private static final String AS_CONNECTED =
      "SET LOCAL ROLE NONE; SET LOCAL search_path = pg_catalog; ";

  /// Deferred triggers run as the role, and under the search path, of the script.
  private static final String TRIGGERS = "SET CONSTRAINTS ALL IMMEDIATE; ";

  private static final String FIND =
      """
      SELECT state, rows::text, passed::text, repeats::text, checksum,
             (key = %s)::text
      FROM deed.backfill WHERE %s
      """;

  private static final String LAST =
      "SELECT value FROM deed.backfill, pg_catalog.unnest(last) WITH ORDINALITY l (value, place) WHERE %s ORDER BY place";

  private static final String SKIPPED =
      """
      SELECT skipped[place][part] FROM deed.backfill,
          LATERAL pg_catalog.generate_subscripts(skipped, 1) place,
          LATERAL pg_catalog.generate_subscripts(skipped, 2) part
      WHERE %s ORDER BY place, part
      """;

  private static final String BEGIN =
      """
      INSERT INTO deed.backfill (version, direction, statement, checksum, table_name, key, estimate)
      VALUES (%s, %s, %s, %s, %s, %s, %s)
      ON CONFLICT (version, direction, statement) DO UPDATE
      SET checksum = excluded.checksum, table_name = excluded.table_name, key = excluded.key,
          estimate = excluded.estimate, state = 'running', last = NULL, rows = 0, batches = 0,
          passed = 0, skipped = '{}', repeats = false, wanted = 'run', batch = NULL, pause = NULL,
          waits = NULL, proof = NULL, started = pg_catalog.clock_timestamp(),
          at = pg_catalog.clock_timestamp()
      """;

  /// Divides by zero where the row is gone: then the batch must not be committed.
  private static final String ADVANCE =
      """
      WITH advanced AS (
        UPDATE deed.backfill SET %s, at = pg_catalog.clock_timestamp() WHERE %s
        RETURNING pg_catalog.concat_ws(' ', wanted, coalesce(batch, 0),
            coalesce(extract(epoch FROM pause) * 1000, -1)::bigint, %s) AS asked)
      SELECT asked AS deed_asked FROM advanced
      UNION ALL
      SELECT (1 / (SELECT count(*) FROM advanced))::text WHERE NOT EXISTS (SELECT FROM advanced)
      """;

  /// Sessions that wait for the batch. To look at all locks takes as long as dozens of rows.
  private static final String WAITING =
      "(SELECT count(*) FROM pg_catalog.pg_locks l WHERE NOT l.granted AND pg_catalog.pg_backend_pid() = ANY (pg_catalog.pg_blocking_pids(l.pid)))";

  private static final String ROW_IS_GONE = "22012";

  private final Session session;
  private final String key;
  private final PlannedMigration move;
  private final Backfill backfill;

  BackfillRecord(Session session, PlannedMigration move, Backfill backfill) {
    this.session = session;
    this.move = move;
    this.backfill = backfill;
    this.key =
        "version = %s AND direction = %s AND statement = %d"
            .formatted(version(), direction(), backfill.position() + 1);
  }

  /// How far an earlier run came.
  ///
  /// @param passed rows that it has walked over
  /// @param repeats the statement's condition is still true for rows that it has changed
  /// @param last key up to which all is done, or the number of a block; empty for none
  record Progress(
      String state,
      long rows,
      long passed,
      boolean repeats,
      List<String> last,
      List<List<String>> skipped) {

    boolean isWalked() {
      return !state.equals("running");
    }
  }

  /// What a person has asked while it runs.
  ///
  /// @param batch rows; 0 for what the directive says
  /// @param pause null for what the directive says
  /// @param waiting sessions that were waiting for the batch
  /// @param next what was found for the next batch
  /// @param ahead rows that the next batch has changed already; -1 where it has not
  record Asked(
      boolean pauses,
      int batch,
      @Nullable Duration pause,
      int waiting,
      List<List<String>> next,
      long ahead) {

    Asked {
      next = List.copyOf(next);
    }

    private static Asked of(String text, List<List<String>> next, long ahead) {
      var parts = text.split(" ");
      var pause = Long.parseLong(parts[2]);
      return new Asked(
          parts[0].equals("pause"),
          Integer.parseInt(parts[1]),
          pause < 0 ? null : Duration.ofMillis(pause),
          Integer.parseInt(parts[3]),
          next,
          ahead);
    }
  }

  /// Nothing of it is done.
  void begin(WalkedTable table) throws SQLException {
    var sql =
        BEGIN.formatted(
            version(),
            direction(),
            backfill.position() + 1,
            PsqlText.literal(checksum()),
            PsqlText.literal(table.name()),
            PsqlText.array(names(table)),
            table.rows());
    session.execute("BEGIN; " + AS_CONNECTED + sql + "; COMMIT");
  }

  /// It begins with the first row again where the statement, or the key, is another one by now.
  ///
  /// @throws NotWalkable where the row is gone, or rows that are done would be changed twice
  Progress resume(WalkedTable table) throws SQLException {
    var found = found(table);
    if (found.isPresent()) {
      return found.get();
    }
    begin(table);
    return new Progress("running", 0, 0, false, List.of(), List.of());
  }

  private Optional<Progress> found(WalkedTable table) throws SQLException {
    session.execute("BEGIN; " + AS_CONNECTED);
    try {
      var query = new RowQuery(session);
      var found = query.rows(FIND.formatted(PsqlText.array(names(table)), key));
      if (found.isEmpty()) {
        throw gone();
      }
      var row = found.getFirst().stream().map(String::valueOf).toList();
      var isEdited = !row.get(4).equals(checksum());
      if (isEdited || !row.get(5).equals("true")) {
        refuseRepeats(isEdited, row);
        return Optional.empty();
      }
      var keys = table.keys().size();
      return Optional.of(
          new Progress(
              row.get(0),
              Long.parseLong(row.get(1)),
              Long.parseLong(row.get(2)),
              row.get(3).equals("true"),
              texts(query, LAST),
              keys == 0 ? List.of() : grouped(texts(query, SKIPPED), keys)));
    } finally {
      session.rollback();
    }
  }

  private static void refuseRepeats(boolean isEdited, List<String> row) {
    if (row.get(3).equals("true")) {
      throw new NotWalkable(
          "%s after %s of its rows were changed"
              .formatted(
                  isEdited ? "the statement was edited" : "the key of the backfill is another one",
                  row.get(1)),
          "undo that, or give the statement a WHERE that is false for rows that are done");
    }
  }

  private static List<String> names(WalkedTable table) {
    return table.keys().stream().map(WalkedTable.Key::name).toList();
  }

  private List<String> texts(RowQuery query, String sql) throws SQLException {
    return query.rows(sql.formatted(key)).stream()
        .map(row -> String.valueOf(row.getFirst()))
        .toList();
  }

  private static List<List<String>> grouped(List<String> values, int size) {
    var groups = new ArrayList<List<String>>();
    for (var i = 0; i + size <= values.size(); i += size) {
      groups.add(values.subList(i, i + size));
    }
    return groups;
  }

  /// Writes how far it is in the transaction of the batch, and commits both.
  ///
  /// @param isLast no row comes after it: it must not be passed once more
  /// @param next what is asked after that, or begins the next batch, in the same message; empty for
  ///   nothing
  Asked commitBatch(BatchChanges changes, List<String> last, boolean isLast, String next)
      throws SQLException {
    return commit(
        ("rows = rows + %d, passed = passed + %d, batches = batches + 1, repeats = repeats OR %s,"
                + " last = %s, skipped = skipped || %s, state = '%s', waits = NULL")
            .formatted(
                changes.rows(),
                changes.passed(),
                changes.again() > 0,
                PsqlText.array(last),
                nested(changes.held()),
                isLast ? "proving" : "running"),
        next);
  }

  /// @param left rows that still have to be changed
  Asked commitSkipped(BatchChanges changes, List<List<String>> left) throws SQLException {
    return commit(
        "rows = rows + %d, batches = batches + 1, skipped = %s"
            .formatted(changes.rows(), nested(left)));
  }

  /// A part that differed is changed once more.
  Asked commitRepair(BatchChanges changes) throws SQLException {
    return commit("rows = rows + %d, batches = batches + 1".formatted(changes.rows()));
  }

  /// @param proof what was counted; null for nothing
  Asked state(String state, @Nullable String proof) throws SQLException {
    session.execute("BEGIN");
    return commit(
        "state = %s, proof = %s, waits = NULL"
            .formatted(PsqlText.literal(state), proof == null ? "NULL" : PsqlText.literal(proof)));
  }

  /// @param reason null where it goes on
  Asked waits(@Nullable String reason) throws SQLException {
    session.execute("BEGIN");
    return commit("waits = " + (reason == null ? "NULL" : PsqlText.literal(reason)));
  }

  private Asked commit(String changes) throws SQLException {
    return commit(changes, "");
  }

  private Asked commit(String changes, String next) throws SQLException {
    // What a batch of a fixed size finds changes nothing.
    var waiting = backfill.pace().target().isZero() ? "0" : WAITING;
    var advance = ADVANCE.formatted(changes, key, waiting);
    var sql = TRIGGERS + AS_CONNECTED + advance + "; COMMIT; " + next;
    var answer = new SqlMessage();
    var ahead = -1L;
    try {
      session.send(answer, sql);
      ahead = answer.count();
    } catch (SQLException e) {
      var isCommitted = answer.answers().contains("COMMIT");
      if (!isCommitted && SqlStates.of(e).equals(ROW_IS_GONE)) {
        throw gone();
      }
      if (!isCommitted || !SqlStates.isWorthAnotherTry(e)) {
        throw e;
      }
      // Only the next batch could not begin.
      session.rollback();
    }
    var asked = answer.rows("deed_asked");
    if (asked.isEmpty()) {
      throw gone();
    }
    return Asked.of(asked.getFirst().getFirst(), answer.rows("deed_key1"), ahead);
  }

  private NotWalkable gone() {
    return new NotWalkable(
        "deed.backfill has no row of this statement any more: how far it is, is not known",
        "where its WHERE is false for rows that are done, abandon the migration and apply it again");
  }

  /// `{}` for none: arrays of arrays are all of one length.
  private static String nested(List<List<String>> keys) {
    return keys.isEmpty()
        ? "'{}'::pg_catalog.text[]"
        : "ARRAY["
            + keys.stream().map(PsqlText::array).collect(Collectors.joining(", "))
            + "]::pg_catalog.text[]";
  }

  private String checksum() {
    var body = move.body();
    return Checksum.of(body.script().textOf(body.statements().get(backfill.position()))).hex();
  }

  private String version() {
    return PsqlText.literal(move.name().version().text());
  }

  private String direction() {
    return PsqlText.literal(
        (move.direction() == Direction.DOWN ? Direction.DOWN : Direction.UP)
            .name()
            .toLowerCase(Locale.ROOT));
  }
}
