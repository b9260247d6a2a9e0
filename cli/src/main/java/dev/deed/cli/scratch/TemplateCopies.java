package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Copies by `CREATE DATABASE ... TEMPLATE` on the server of the databases.
///
/// @param servers for each database, with an ending
public record TemplateCopies(
    Map<DatabaseName, Address> addresses, Map<DatabaseName, Scratch> servers, DiskRoom room)
    implements CopySource {

  public TemplateCopies {
    addresses = Map.copyOf(addresses);
    servers = Map.copyOf(servers);
  }

  @Override
  public Copy make(DatabaseName database) {
    var address = Objects.requireNonNull(addresses.get(database));
    var server = Objects.requireNonNull(servers.get(database)).server();
    var name = address.url().database();
    refuseSessions(address, server.sessions(name));
    room.refuseSmall(address, server, server.bytesOf(name), "copy its schema instead: --on dump");
    return new ScratchCopy(server.copy(database, name, ""));
  }

  /// PostgreSQL copies only a database that is not in use.
  private static void refuseSessions(Address address, List<String> sessions) {
    if (!sessions.isEmpty()) {
      throw new CopyFailed(
          "%s cannot be copied while sessions are connected to it: %s"
              .formatted(address.target().words(), String.join("; ", sessions)),
          "copy its schema instead: --on dump; or end these sessions, and run the command again");
    }
  }

  @Override
  public Filling filling() {
    return Filling.ALL;
  }

  @Override
  public Leftovers leftovers() {
    return servers.values().stream().map(Scratch::leftovers).reduce(Leftovers.NONE, Leftovers::and);
  }

  @Override
  public String words() {
    return "the databases of "
        + addresses.values().stream()
            .map(address -> address.target().environment().text())
            .findFirst()
            .orElse("")
        + ", copied with their rows on their own server";
  }

  @Override
  public void close() {
    servers.values().forEach(Scratch::close);
  }
}
