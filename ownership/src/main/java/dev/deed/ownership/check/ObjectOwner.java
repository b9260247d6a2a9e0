package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;

/// Who owns an object of any kind, and by what; `Owner` is the claims' answer for a table's name.
public sealed interface ObjectOwner {

  /// The object as messages show it: its table where it is tied to one.
  ObjectName object();

  /// The service, if it is one service's.
  default Optional<ServiceName> service() {
    return switch (this) {
      case ByClaim(_, _, Owner.OwnedBy owned) -> Optional.of(owned.service());
      case ByCreation created -> Optional.of(created.creator());
      case ByClaim _, Unknown _, System _, Cluster _, Session _ -> Optional.empty();
    };
  }

  /// The claims decide.
  ///
  /// @param table whose name they were asked about: the object's, or that of the whole that it is a
  ///   partition of, or of the table that it is tied to
  record ByClaim(ObjectName object, QualifiedName table, Owner owner) implements ObjectOwner {}

  /// It belongs to the service whose migration created it.
  record ByCreation(ObjectName object, ServiceName creator) implements ObjectOwner {}

  /// No migration created it, and claims do not name its kind.
  record Unknown(ObjectName object) implements ObjectOwner {}

  /// PostgreSQL's own catalogs, or deed's.
  record System(ObjectName object, String whose) implements ObjectOwner {}

  /// Roles, databases and the like are the whole cluster's.
  record Cluster(ObjectName object) implements ObjectOwner {}

  /// Temporary: no other session sees it.
  record Session(ObjectName object) implements ObjectOwner {}
}
