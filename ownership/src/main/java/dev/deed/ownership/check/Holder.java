package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;

/// The owner of an object of any kind; `Owner` is the answer for tables only.
sealed interface Holder {

  /// The object as shown in messages: its table if it is tied to one.
  ObjectName object();

  /// @param table the table whose name was matched against the claims
  record ByClaim(ObjectName object, QualifiedName table, Owner owner) implements Holder {}

  /// The service whose migration created the object owns it.
  record ByCreation(ObjectName object, ServiceName service) implements Holder {}

  /// No migration created the object, and claims do not cover its kind.
  record Unknown(ObjectName object) implements Holder {}

  /// The object is in a catalog of PostgreSQL or in deed's schema.
  record System(ObjectName object, String whose) implements Holder {}

  /// Roles, databases, tablespaces and parameters belong to the whole server.
  record Cluster(ObjectName object) implements Holder {}

  /// The object is temporary: no other session sees it.
  record Session(ObjectName object) implements Holder {}
}
