package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;

/// Whose an object is: the answer for objects of every kind, where `Owner` is that for tables.
sealed interface Holder {

  /// The object as messages show it, its table where it is tied to one.
  ObjectName object();

  /// @param table by whose name the claims were asked
  record ByClaim(ObjectName object, QualifiedName table, Owner owner) implements Holder {}

  /// It belongs to the service whose migration created it.
  record ByCreation(ObjectName object, ServiceName service) implements Holder {}

  /// No migration created it, and claims do not name its kind.
  record Unknown(ObjectName object) implements Holder {}

  /// PostgreSQL's own catalogs, or deed's.
  record System(ObjectName object, String whose) implements Holder {}

  /// Roles, databases and the like are the whole cluster's.
  record Cluster(ObjectName object) implements Holder {}

  /// Temporary: nobody else sees it.
  record Session(ObjectName object) implements Holder {}
}
