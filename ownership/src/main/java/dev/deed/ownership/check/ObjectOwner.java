package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;

/// The owner of an object of any kind and the reason. `Owner` answers the same for a table name.
public sealed interface ObjectOwner {

  /// The object as messages show it: for an object that is tied to a table, the table.
  ObjectName object();

  /// The owner, if it is a single service.
  default Optional<ServiceName> service() {
    return switch (this) {
      case ByClaim(_, _, Owner.OwnedBy owned) -> Optional.of(owned.service());
      case ByCreation created -> Optional.of(created.creator());
      case ByClaim _, Unknown _, System _, Cluster _, Session _ -> Optional.empty();
    };
  }

  /// The claims decide, also if none matches.
  ///
  /// @param table the table whose name the claims were asked for: the object itself, its
  ///   partitioned table, or the table that it is tied to
  record ByClaim(ObjectName object, QualifiedName table, Owner owner) implements ObjectOwner {}

  /// A migration of this service created the object, and no claim names it.
  record ByCreation(ObjectName object, ServiceName creator) implements ObjectOwner {}

  /// No migration created the object, and claims do not name objects of its kind.
  record Unknown(ObjectName object) implements ObjectOwner {}

  /// The object belongs to PostgreSQL or to deed.
  record System(ObjectName object, String whose) implements ObjectOwner {}

  /// Roles, databases and the like belong to the whole server.
  record Cluster(ObjectName object) implements ObjectOwner {}

  /// The object is temporary: no other session sees it.
  record Session(ObjectName object) implements ObjectOwner {}
}
