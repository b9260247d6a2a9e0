package dev.deed.drift;

import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;

/// Who owns what in the tests: `web` what is named for users, `api` the tables besides.
final class Owners {

  static final DatabaseName DATABASE = new DatabaseName("main");

  private static final Service WEB = service("web");
  private static final Service API = service("api");

  private Owners() {}

  static Optional<Service> of(ObjectName object) {
    if (!object.kind().isRelation()) {
      return Optional.empty();
    }
    return Optional.of(object.name().name().startsWith("user") ? WEB : API);
  }

  private static Service service(String name) {
    var span = new Span(0, 0, 1, 1);
    return new Service(new ServiceName(name), name + " team", "#" + name, null, span);
  }
}
