package dev.deed.engine.run;

import dev.deed.engine.Pace;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks about once a second whether the server has trouble with a backfill: replicas that are
/// behind, WAL, dead rows, and what the team asks by `pause-when`.
final class Brakes {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Bytes of WAL so far, milliseconds that the slowest replica is behind, percent of dead rows.
  private static final String LOOK =
      """
      BEGIN; SET LOCAL ROLE NONE; SET LOCAL search_path = pg_catalog;
      SELECT concat_ws(' ',
          CASE WHEN pg_is_in_recovery() THEN 0 ELSE pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') END,
          coalesce((SELECT max(extract(epoch FROM greatest(replay_lag, flush_lag)) * 1000)::bigint
                    FROM pg_stat_replication), 0),
          coalesce((SELECT n_dead_tup * 100 / greatest(n_live_tup + n_dead_tup, 1)
                    FROM pg_stat_all_tables WHERE relid = to_regclass(%s)), 0));
      COMMIT
      """;

  private final Session session;
  private final Pace pace;
  private final String look;
  private long lookedAt = System.nanoTime();
  private long wal = -1;
  private @Nullable String seen;

  Brakes(Session session, Pace pace, String tableLiteral) {
    this.session = session;
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

  private Optional<String> look(Duration sinceLook) throws SQLException {
    if (pace.lag().isZero() && pace.wal() == 0 && pace.dead() == 0) {
      wal = 0;
      lookedAt = System.nanoTime();
      return Optional.empty();
    }
    var figures = session.send(look).value().orElse("0 0 0").split(" ");
    var now = (long) Double.parseDouble(figures[0]);
    var lag = Duration.ofMillis(Long.parseLong(figures[1]));
    var dead = Long.parseLong(figures[2]);
    var written = wal < 0 ? 0 : now - wal;
    wal = now;
    lookedAt = System.nanoTime();
    if (!pace.lag().isZero() && lag.compareTo(pace.lag()) > 0) {
      return Optional.of("a replica is %d s behind".formatted(lag.toSeconds()));
    }
    if (pace.dead() > 0 && dead > pace.dead()) {
      return Optional.of("%d %% of the table's rows are dead".formatted(dead));
    }
    var allowed = pace.wal() * (double) sinceLook.toNanos() / 1e9;
    return pace.wal() > 0 && written > allowed
        ? Optional.of(
            "the server writes %d MB of WAL a second"
                .formatted((long) (written * 1e9 / sinceLook.toNanos()) >> 20))
        : Optional.empty();
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
