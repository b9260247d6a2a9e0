package dev.deed.engine.connect;

import dev.deed.sql.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Another session as `pg_stat_activity` shows it: one that holds the run lock or blocks a
/// statement.
///
/// @param address null for a local socket
/// @param since when the session began
/// @param age of its transaction, or of the session if no transaction is open
/// @param query its last one, on one line and shortened, with secrets masked: messages and the
///   history quote it
public record Activity(
    int pid,
    String user,
    String application,
    @Nullable String address,
    String state,
    Duration age,
    Instant since,
    String query) {

  private static final int LONGEST_QUERY = 200;

  /// Columns that `of` reads, from `pg_stat_activity a`.
  public static final String COLUMNS =
      """
      a.pid, coalesce(a.usename, '') as usename, coalesce(a.application_name, '') as application_name,
      host(a.client_addr) as address, coalesce(a.state, '') as state,
      extract(epoch from pg_catalog.clock_timestamp() - coalesce(a.xact_start, a.backend_start)) as age,
      a.backend_start, coalesce(a.query, '') as query
      """;

  public static Activity of(ResultSet results) throws SQLException {
    return new Activity(
        results.getInt("pid"),
        oneLine(text(results, "usename")),
        oneLine(text(results, "application_name")),
        results.getString("address"),
        text(results, "state"),
        Duration.ofMillis(Math.round(results.getDouble("age") * 1000)),
        since(results),
        oneLine(Secrets.masked(text(results, "query"))));
  }

  private static Instant since(ResultSet results) throws SQLException {
    var since = results.getObject("backend_start", OffsetDateTime.class);
    return since == null ? Instant.EPOCH : since.toInstant();
  }

  /// As the holder of the run lock, which is taken at the beginning of a session: `deed,
  /// web@10.0.0.5, pid 4711, since 2026-01-02T03:04:05Z`.
  public String holding() {
    var who = user + (address == null ? "" : "@" + address);
    return "%s, %s, pid %d, since %s"
        .formatted(
            application.isEmpty() ? "a session" : application,
            who,
            pid,
            since.truncatedTo(ChronoUnit.SECONDS));
  }

  /// As shown to users: `pid 4711 (web@10.0.0.5, psql, idle in transaction for 31 s): UPDATE users
  /// ...`.
  public String words() {
    var who = user + (address == null ? "" : "@" + address);
    var what = application.isEmpty() ? "" : ", " + application;
    var doing = state.isEmpty() ? "" : ", " + state;
    var said = query.isEmpty() ? "" : ": " + query;
    return "pid " + pid + " (" + who + what + doing + " for " + age.toSeconds() + " s)" + said;
  }

  private static String text(ResultSet results, String column) throws SQLException {
    var text = results.getString(column);
    return text == null ? "" : text;
  }

  private static String oneLine(String text) {
    var line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY) + "...";
  }
}
