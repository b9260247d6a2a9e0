package dev.deed.engine.run;

import dev.deed.engine.Pace;
import dev.deed.sql.Identifier;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks about once a second whether the server has trouble with a backfill: replicas that are
/// behind, WAL, dead rows, and what the team asks by `pause-when`.
final class Brakes {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Bytes of WAL so far, percent of dead rows, and of the slowest replica the milliseconds that it
  /// is behind and its name. An archive of WAL (`pg_receivewal`) replays nothing, and its lag only
  /// grows. The rows of a partitioned table are those of its partitions.
  private static final String LOOK =
      """
      BEGIN; SET LOCAL ROLE NONE; SET LOCAL search_path = pg_catalog;
      WITH RECURSIVE parts (id) AS (
          SELECT to_regclass(%s)::oid
          UNION SELECT inhrelid FROM pg_inherits JOIN parts ON inhparent = id),
      slowest AS (
          SELECT coalesce(extract(epoch FROM greatest(replay_lag, flush_lag)) * 1000, 0)::bigint AS lag,
                 application_name AS name
          FROM pg_stat_replication WHERE replay_lsn IS NOT NULL ORDER BY 1 DESC LIMIT 1)
      SELECT concat_ws(' ',
          CASE WHEN pg_is_in_recovery() THEN 0 ELSE pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') END,
          coalesce((SELECT sum(n_dead_tup) * 100 / greatest(sum(n_live_tup + n_dead_tup), 1)
                    FROM pg_stat_all_tables JOIN parts ON id = relid), 0)::bigint,
          coalesce((SELECT lag FROM slowest), 0), (SELECT name FROM slowest));
      COMMIT
      """;

  /// Other roles see that there is a replica, and nothing of it.
  private static final String HIDDEN =
      """
      BEGIN; SET LOCAL ROLE NONE; SET LOCAL search_path = pg_catalog;
      SELECT session_user::text FROM pg_stat_get_wal_senders() WHERE state IS NULL LIMIT 1;
      COMMIT
      """;

  private final Session session;
  private final Pace pace;
  private final String look;
  private final Consumer<String> warnings;
  private long lookedAt = System.nanoTime();
  private long wal = -1;
  private @Nullable String seen;

  /// @param warnings what is not looked at, and why
  Brakes(Session session, Pace pace, String tableLiteral, Consumer<String> warnings) {
    this.session = session;
    this.warnings = warnings;
    this.pace = pace;
    this.look = LOOK.formatted(tableLiteral);
  }

  /// What was seen holds until the next look.
  ///
  /// @return why it has to wait; empty where it may go on
  Optional<String> reason() throws SQLException {
    var sinceLook = Duration.ofNanos(System.nanoTime() - lookedAt);
    if (sinceLook.compareTo(EVERY) >= 0 || wal < 0) {
      seen = look(sinceLook).or(this::asTheTeamAsks).orElse(null);
    }
    return Optional.ofNullable(seen);
  }

  /// Whether it may go on, without a look that is due.
  boolean areOff() {
    return seen == null && wal >= 0 && System.nanoTime() - lookedAt < EVERY.toNanos();
  }

  private Optional<String> look(Duration sinceLook) throws SQLException {
    if (pace.lag().isZero() && pace.wal() == 0 && pace.dead() == 0) {
      wal = 0;
      lookedAt = System.nanoTime();
      return Optional.empty();
    }
    if (wal < 0 && !pace.lag().isZero()) {
      warnOfHiddenReplicas();
    }
    var figures = session.send(look).value().orElse("0 0 0 ").split(" ", 4);
    var now = (long) Double.parseDouble(figures[0]);
    var load =
        new ServerLoad(
            wal < 0 ? 0 : now - wal,
            sinceLook,
            Long.parseLong(figures[1]),
            Duration.ofMillis(Long.parseLong(figures[2])),
            figures.length > 3 ? figures[3] : "");
    wal = now;
    lookedAt = System.nanoTime();
    return load.exceeds(pace);
  }

  private void warnOfHiddenReplicas() throws SQLException {
    session
        .send(HIDDEN)
        .value()
        .ifPresent(role ->
            warnings.accept(
                "role %1$s may not see how far replicas are behind, so the backfill does not wait for them: GRANT pg_read_all_stats TO %1$s"
                    .formatted(Identifier.quoted(role))));
  }

  private Optional<String> asTheTeamAsks() {
    var query = pace.pauseWhen();
    if (query == null) {
      return Optional.empty();
    }
    try {
      var rows = new RowQuery(session).rows(query);
      var isTrue = !rows.isEmpty() && "t".equals(rows.getFirst().getFirst());
      return isTrue ? Optional.of("`pause-when` is true") : Optional.empty();
    } catch (SQLException e) {
      return Optional.of("`pause-when` failed: " + FailureMessage.sentence(e));
    }
  }
}
