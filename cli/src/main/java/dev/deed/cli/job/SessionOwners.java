package dev.deed.cli.job;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.engine.look.emergency.LeftIndex;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.SessionLock;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Which services the sessions of a database belong to, and who owns the tables that they lock.
record SessionOwners(OwnershipMap map, DatabaseName database) {

  Whose of(Sessions sessions, List<LeftIndex> left) {
    var tables = new HashMap<QualifiedName, Contact>();
    Stream.concat(
            sessions.locks().stream().map(SessionLock::table).filter(Objects::nonNull),
            left.stream().map(LeftIndex::table))
        .distinct()
        .forEach(table -> owner(table).ifPresent(contact -> tables.put(table, contact)));
    var services = new HashMap<Integer, Contact>();
    for (var session : sessions.all()) {
      service(session).ifPresent(contact -> services.put(session.pid(), contact));
    }
    return new Whose(tables, services);
  }

  private Optional<Contact> owner(QualifiedName table) {
    return map.ownerOf(database, table) instanceof Owner.OwnedBy owned
        ? map.serviceNamed(owned.service()).map(SessionOwners::contact)
        : Optional.empty();
  }

  /// By the name that the application gives itself, else by the role, if it is one service's.
  private Optional<Contact> service(LiveSession session) {
    var client = session.client();
    var named =
        map.services().stream()
            .filter(service -> service.name().text().equals(client.application()))
            .findFirst();
    if (named.isPresent()) {
      return named.map(SessionOwners::contact);
    }
    var ofRole =
        map.services().stream().filter(service -> client.role().equals(service.role())).toList();
    return ofRole.size() == 1 ? Optional.of(contact(ofRole.getFirst())) : Optional.empty();
  }

  private static Contact contact(Service service) {
    return new Contact(service.name().text(), service.team(), service.contact());
  }
}
