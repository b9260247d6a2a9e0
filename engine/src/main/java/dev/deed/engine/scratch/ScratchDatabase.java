package dev.deed.engine.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import java.sql.SQLException;
import java.util.List;

/// A database that is dropped when it is closed.
public final class ScratchDatabase implements AutoCloseable {

  private final ScratchServer server;
  private final Address address;
  private final String name;

  ScratchDatabase(ScratchServer server, Address address, String name) {
    this.server = server;
    this.address = address;
    this.name = name;
  }

  public Address address() {
    return address;
  }

  public ScratchServer server() {
    return server;
  }

  /// Each in a transaction of its own, in one session.
  ///
  /// @throws ScratchFailed with the first statement that PostgreSQL refuses
  public void execute(List<String> statements) {
    try (var connections = Connections.open(address, server.patience());
        var lent = connections.connect();
        var statement = lent.connection().createStatement()) {
      for (var sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw ScratchFailed.of(address.url().place(), sql, e);
        }
      }
    } catch (SQLException e) {
      throw ScratchFailed.of(address.url().place(), "", e);
    }
  }

  /// Its name on the server.
  public String name() {
    return name;
  }

  /// As it is now, which the caller closes.
  public ScratchDatabase copy() {
    return server.copy(address.target().database(), name, "");
  }

  /// Makes it what the copy is.
  public void becomes(ScratchDatabase copy) {
    server.replace(name, copy.name);
  }

  /// Keeps it under the name of a branch; it is not dropped when it is closed.
  ///
  /// @param branch as `ScratchBranch.databaseOf`
  /// @param remark see `ScratchServer`
  public ScratchDatabase handOver(String branch, String remark) {
    server.handOver(name, branch, remark);
    return server.database(address.target().database(), branch);
  }

  @Override
  public void close() {
    server.drop(name);
  }
}
