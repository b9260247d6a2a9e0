package dev.deed.engine.evidence;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.look.LookFailed;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.protocol.HistorySql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `deed.evidence` of one database. It needs no run lock and no history: rows are added, never
/// changed, and the first one creates the table. Nothing is set for the session, which in a pool
/// belongs to an application next.
public record EvidenceTable(Address address, Patience patience) implements EvidenceStore {

  private static final String IS_THERE =
      """
      SELECT pg_catalog.to_regclass('deed.evidence') IS NOT NULL,
             pg_catalog.clock_timestamp(),
             coalesce(pg_catalog.row_security_active(pg_catalog.to_regclass('deed.evidence')), false)
      """;

  private static final String FIND =
      """
      SELECT id, kind, database, version, checksum, down_checksum, environment, provider, basis,
             outcome, who, reason,
             CASE WHEN pg_catalog.isfinite(at) THEN (extract(epoch FROM at) * 1000000)::bigint END AS at,
             CASE WHEN pg_catalog.isfinite(expires)
                 THEN (extract(epoch FROM expires) * 1000000)::bigint END AS expires,
             expires IS NOT NULL AND NOT pg_catalog.isfinite(expires) AS endless,
             CASE WHEN pg_catalog.jsonb_typeof(details) = 'object' THEN coalesce(
                 (SELECT pg_catalog.array_agg(ARRAY[d.key, coalesce(d.value, '')])
                  FROM pg_catalog.jsonb_each_text(details) d), '{}') END AS details
      FROM deed.evidence
      WHERE checksum = ANY (?) OR version = ANY (?)
      ORDER BY id
      """;

  private static final String BEGIN = "BEGIN; SET LOCAL lock_timeout = '5s'";

  /// A row that a trigger or a policy discards is not counted.
  private static final String KEEP =
      """
      INSERT INTO deed.evidence (kind, database, version, checksum, down_checksum, environment,
          provider, basis, outcome, who, reason, expires, details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(nullif(?, ''), session_user), ?, ?,
          pg_catalog.jsonb_object(?::text[], ?::text[]))
      """;

  /// Of a table, a type or a row in the catalogs that another session has created meanwhile.
  private static final Set<String> CREATED_MEANWHILE = Set.of("23505", "42P07", "42710", "42P06");

  @Override
  public String words() {
    return "deed.evidence of " + address.target().words();
  }

  @Override
  public EvidenceFound find(Collection<Evidence.Subject> subjects) {
    return ReadOnlySession.at(address, patience, connection -> find(connection, subjects));
  }

  private EvidenceFound find(Connection connection, Collection<Evidence.Subject> subjects)
      throws SQLException {
    Instant readAt;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_THERE)) {
      results.next();
      readAt = results.getObject(2, OffsetDateTime.class).toInstant();
      if (!results.getBoolean(1)) {
        return EvidenceFound.nothing(readAt);
      }
      if (results.getBoolean(3)) {
        return new EvidenceFound(
            List.of(),
            List.of(words() + " may hide rows: row security is active on it for this role"),
            readAt);
      }
    }
    var found = new ArrayList<Evidence>();
    var damages = new ArrayList<String>();
    try (var statement = connection.prepareStatement(FIND)) {
      statement.setArray(
          1, connection.createArrayOf("text", subjects.stream().map(s -> s.up().hex()).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", subjects.stream().map(s -> s.version().text()).toArray()));
      try (var results = statement.executeQuery()) {
        while (results.next()) {
          var evidence = row(results, damages);
          if (evidence != null) {
            found.add(evidence);
          }
        }
      }
    }
    return new EvidenceFound(found, damages, readAt);
  }

  private @Nullable Evidence row(ResultSet results, List<String> damages) throws SQLException {
    var texts = new TreeMap<String, String>();
    for (var name : EvidenceRow.TEXTS) {
      var text = results.getString(name);
      if (text != null) {
        texts.put(name, text);
      }
    }
    var at = time(results, "at");
    var expires = results.getBoolean("endless") ? null : time(results, "expires");
    var place = "row %s of %s".formatted(results.getString("id"), words());
    return new EvidenceRow(texts::get, at, expires, details(results)).read(place, damages);
  }

  private static @Nullable Instant time(ResultSet results, String column) throws SQLException {
    var micros = results.getLong(column);
    return results.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Map<String, String> details(ResultSet results) throws SQLException {
    var array = results.getArray("details");
    if (array == null) {
      return null;
    }
    var details = new TreeMap<String, String>();
    if (array.getArray() instanceof String[][] pairs) {
      for (var pair : pairs) {
        details.put(pair[0], pair[1]);
      }
    }
    return details;
  }

  @Override
  public Condition condition() {
    return ReadOnlySession.at(
        address, patience, connection -> EvidenceTableCheck.condition(connection, words()));
  }

  @Override
  public void keep(List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    try (var connections = Connections.open(address, patience, Cancellation.never());
        var lent = connections.connect()) {
      try {
        write(lent.connection(), evidence);
      } catch (SQLException e) {
        if (!CREATED_MEANWHILE.contains(SqlStates.of(e))) {
          throw e;
        }
        write(lent.connection(), evidence);
      }
    } catch (SQLException e) {
      throw SqlStates.isLost(e) ? LookFailed.of(address, e) : new EvidenceNotKept(words(), e);
    }
  }

  private void write(Connection connection, List<Evidence> evidence) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(BEGIN);
      try {
        if (!isThere(connection)) {
          statement.execute(HistorySql.evidence());
        }
        for (var one : evidence) {
          insert(connection, one);
        }
        statement.execute("COMMIT");
      } catch (SQLException | EvidenceNotKept e) {
        rollBack(connection);
        throw e;
      }
    }
  }

  /// The failure before it is the one to report.
  private static void rollBack(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException lost) {
      // The server rolls back what has no session any more.
    }
  }

  private static boolean isThere(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_THERE)) {
      return results.next() && results.getBoolean(1);
    }
  }

  private void insert(Connection connection, Evidence evidence) throws SQLException {
    try (var statement = connection.prepareStatement(KEEP)) {
      var place = 1;
      for (var text : EvidenceRow.texts(evidence)) {
        statement.setString(place++, text);
      }
      var expires = evidence.word().expires();
      statement.setTimestamp(place++, expires == null ? null : Timestamp.from(expires));
      var details = evidence.details();
      statement.setArray(place++, connection.createArrayOf("text", details.keySet().toArray()));
      statement.setArray(place, connection.createArrayOf("text", details.values().toArray()));
      if (statement.executeUpdate() != 1) {
        throw new EvidenceNotKept(words());
      }
    }
  }
}
