package dev.deed.engine.run;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.sql.ServiceName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes what people say about changeovers and backfills. It needs no run lock: a run may be
/// active, and reads it.
public record ChangeoverNotes(Address address, Patience patience) {

  private static final String ACKNOWLEDGE =
      "INSERT INTO deed.acknowledgement (change, service, release) VALUES (?, ?, ?)";

  private static final String STEER =
      """
      UPDATE deed.backfill SET wanted = coalesce(?, wanted), batch = coalesce(?::integer, batch),
          pause = coalesce(pg_catalog.make_interval(secs => ?::double precision), pause)
      WHERE state IN ('running', 'proving') AND (?::text IS NULL OR version = ?)
      """;

  /// What a run is asked to do with its backfill; null leaves a value as it is.
  ///
  /// @param wanted `run` or `pause`
  /// @param batch rows
  public record Steering(
      @Nullable String wanted, @Nullable Integer batch, @Nullable Duration pause) {}

  public void acknowledge(String change, ServiceName service, @Nullable String release) {
    write(
        ACKNOWLEDGE,
        statement -> {
          statement.setString(1, change);
          statement.setString(2, service.text());
          statement.setString(3, release);
        });
  }

  /// @param version of one backfill, or null for all
  /// @return how many backfills it concerns
  public int steer(@Nullable String version, Steering steering) {
    return write(
        STEER,
        statement -> {
          statement.setString(1, steering.wanted());
          statement.setString(2, steering.batch() == null ? null : steering.batch().toString());
          var pause = steering.pause();
          statement.setString(3, pause == null ? null : String.valueOf(pause.toMillis() / 1e3));
          statement.setString(4, version);
          statement.setString(5, version);
        });
  }

  @FunctionalInterface
  private interface Values {
    void into(PreparedStatement statement) throws SQLException;
  }

  private int write(String sql, Values values) {
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect();
        var statement = lent.connection().prepareStatement(sql)) {
      values.into(statement);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw SqlStates.of(e).equals("42P01")
          ? new NothingChangedOver(address.target(), e)
          : HistoryFailed.of(address, e);
    }
  }
}
