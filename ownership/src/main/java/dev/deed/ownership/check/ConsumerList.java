package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists the consumers of an object: the services that the ownership file lists under `uses`.
record ConsumerList(OwnershipMap map, DatabaseName database) {

  /// @param self the service that runs the statement, null if it is not known
  List<Finding.Consumer> of(ObjectOwner object, @Nullable ServiceName self) {
    var strongest = new LinkedHashMap<ServiceName, Access>();
    tables(object)
        .flatMap(table -> map.consumersOf(database, table).stream())
        .filter(c -> !c.service().equals(self) && !isOwner(c.service(), object))
        .forEach(c -> strongest.merge(c.service(), c.access(), ConsumerList::stronger));
    return strongest.entrySet().stream().map(this::consumer).toList();
  }

  /// A renamed table is in the ownership file under its last name.
  private static Stream<QualifiedName> tables(ObjectOwner object) {
    var name = object.object().name();
    return object instanceof ObjectOwner.ByClaim(_, var table, _)
        ? Stream.of(name, table).distinct()
        : Stream.of(name);
  }

  private static boolean isOwner(ServiceName service, ObjectOwner object) {
    return object.service().filter(service::equals).isPresent();
  }

  private static Access stronger(Access one, Access other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private Finding.Consumer consumer(Map.Entry<ServiceName, Access> entry) {
    var service = map.serviceNamed(entry.getKey());
    return new Finding.Consumer(
        entry.getKey().text(),
        OwnershipMessages.words(entry.getValue()),
        service.map(Service::team).orElse(null),
        service.map(Service::contact).orElse(null));
  }
}
