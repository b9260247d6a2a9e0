package dev.deed.engine.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A server on which databases are made for a proof and dropped after it. Its other databases are
/// not touched.
public final class ScratchServer {

  private static final EnvironmentName SCRATCH = new EnvironmentName("scratch");

  private static final String PREFIX = "deed_scratch_";

  private final ConnectionUrl url;
  private final Patience patience;
  private final Set<String> present = ConcurrentHashMap.newKeySet();

  /// @param url of a database there, from which others are created
  public ScratchServer(ConnectionUrl url, Patience patience) {
    this.url = url;
    this.patience = patience;
  }

  public ConnectionUrl url() {
    return url;
  }

  public Patience patience() {
    return patience;
  }

  /// An empty database, which the caller closes.
  ///
  /// @param database that it stands for
  /// @throws ScratchFailed if the role may not create databases, or the server refuses for another
  ///   reason
  public ScratchDatabase create(DatabaseName database) {
    var name = PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    present.add(name);
    execute("CREATE DATABASE %s TEMPLATE template0".formatted(Identifier.quoted(name)));
    return new ScratchDatabase(
        this, new Address(new Target(SCRATCH, database), url.of(name)), name);
  }

  void drop(String name) {
    execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(Identifier.quoted(name)));
    present.remove(name);
  }

  /// Where the program ends early, and those who created them cannot close them.
  public void dropAll() {
    List.copyOf(present).forEach(this::drop);
  }

  /// On the server as a whole: `CREATE ROLE`.
  public void execute(String sql) {
    var address = new Address(new Target(SCRATCH, new DatabaseName(url.database())), url);
    try (var connections = Connections.open(address, patience);
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw ScratchFailed.of(url.place(), sql, e);
    }
  }
}
