package dev.deed.engine.look.checkup;

import dev.deed.engine.connect.Backend;
import dev.deed.engine.connect.PooledConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/// How deed is connected, and to what.
final class ConnectionChecks {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
  private static final Duration SKEW = Duration.ofSeconds(5);

  private ConnectionChecks() {}

  static Diagnosis tls(Server server) throws SQLException {
    var used =
        server.all(
            "SELECT version, cipher FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid() AND ssl",
            row -> row.getString(1) + ", " + row.getString(2));
    if (!used.isEmpty()) {
      return Diagnosis.ok("TLS", used.getFirst());
    }
    return server.address().url().hosts().stream()
            .allMatch(host -> host.isSocket() || HERE.contains(host.name()))
        ? Diagnosis.ok("TLS", "not in use, on this machine")
        : Diagnosis.warning(
            "TLS",
            "not in use: data can be read in transit",
            "add sslmode=verify-full to the URL, or at least sslmode=require");
  }

  /// A pool invents the keys with which its clients cancel; PostgreSQL's own key contains the
  /// process number.
  static Diagnosis pool(Server server) throws SQLException {
    var direct = server.address().url().directHost();
    if (direct.isPresent()) {
      return Diagnosis.problem(
          "pool",
          "reached through a connection pool that keeps no session",
          "use the direct host "
              + direct.get()
              + " in the URL; applications may keep the pooled one");
    }
    var told = server.connection().unwrap(PGConnection.class).getBackendPID();
    var backend = Backend.of(server.connection());
    if (told == backend.pid()) {
      return Diagnosis.ok("pool", "none: a direct connection");
    }
    var pool = keptNoSession(server, backend);
    return pool.isPresent()
        ? Diagnosis.problem("pool", String.valueOf(pool.get().getMessage()), pool.get().advice())
        : Diagnosis.ok("pool", "a connection pool that keeps the session");
  }

  /// Asked outside of the check's transaction, which would hold the session.
  private static Optional<PooledConnection> keptNoSession(Server server, Backend backend)
      throws SQLException {
    try (var statement = server.connection().createStatement()) {
      statement.execute("COMMIT");
    }
    return server.connections().pool(server.connection(), backend);
  }

  static Diagnosis version(Server server) throws SQLException {
    var version = server.text("SHOW server_version");
    var lowest =
        server.expectations().postgres().getOrDefault(server.address().target().database(), 0);
    return server.major() >= lowest
        ? Diagnosis.ok("server version", "PostgreSQL " + version + encoding(server))
        : Diagnosis.problem(
            "server version",
            "PostgreSQL %s, but the ownership file requires at least %d".formatted(version, lowest),
            "set databases.%s.postgres to %d in the ownership file, or use another server"
                .formatted(server.address().target().database(), server.major()));
  }

  /// Empty for the one that has every character.
  private static String encoding(Server server) throws SQLException {
    var name = server.text("SHOW server_encoding");
    return name.equals("UTF8") ? "" : ", the database in " + name;
  }

  static Diagnosis writable(Server server) throws SQLException {
    if (server.isTrue("SELECT pg_catalog.pg_is_in_recovery()")) {
      return Diagnosis.problem(
          "writable", "this is a standby: nothing can be changed here", "use the primary's URL");
    }
    var readOnly =
        server.isTrue(
            """
            SELECT reset_val = 'on' FROM pg_catalog.pg_settings
            WHERE name = 'default_transaction_read_only'
            """);
    return readOnly
        ? Diagnosis.problem(
            "writable",
            "transactions are read-only here by default",
            "check default_transaction_read_only of the role and of the database")
        : Diagnosis.ok("writable", "yes");
  }

  static Diagnosis clock(Server server) throws SQLException {
    var before = server.expectations().clock().instant();
    var there =
        server.one(
            "SELECT pg_catalog.clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class));
    var after = server.expectations().clock().instant();
    var here = before.plus(Duration.between(before, after).dividedBy(2));
    var skew = Duration.between(here, there.toInstant());
    var words =
        "%d s %s this machine's"
            .formatted(skew.abs().toSeconds(), skew.isNegative() ? "behind" : "ahead of");
    return skew.abs().compareTo(SKEW) > 0
        ? Diagnosis.warning(
            "clock",
            "the server's clock is " + words,
            "synchronise both by NTP: versions of migrations are taken from the clock")
        : Diagnosis.ok("clock", "in step with this machine's");
  }
}
