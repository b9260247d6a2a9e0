package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Schema;
import java.util.List;
import java.util.Optional;

/// Whose an object of any kind is, by the claims and by which service's migration created it: the
/// rules of `OwnershipCheck`, for those that ask outside of a check.
public final class ObjectOwners {

  private final OwnershipMap map;
  private final Holders holders;

  /// @param scripts all of the database, in the order in which they run
  /// @param schema as they leave it
  public ObjectOwners(
      OwnershipMap map, DatabaseName database, List<ServiceScript> scripts, Schema schema) {
    this.map = map;
    var origins = new Origins();
    for (var script : scripts) {
      for (var statement : script.statements()) {
        origins.create(script.service(), statement);
        origins.change(statement);
      }
    }
    this.holders = new Holders(map, database, schema, origins);
  }

  /// Empty where it is nobody's, or contested.
  public Optional<Service> ownerOf(ObjectName object) {
    return serviceOf(holders.of(object)).flatMap(map::serviceNamed);
  }

  private static Optional<ServiceName> serviceOf(Holder holder) {
    return switch (holder) {
      case Holder.ByClaim claimed ->
          claimed.owner() instanceof Owner.OwnedBy owned
              ? Optional.of(owned.service())
              : Optional.empty();
      case Holder.ByCreation created -> Optional.of(created.service());
      case Holder.Unknown _, Holder.System _, Holder.Cluster _, Holder.Session _ ->
          Optional.empty();
    };
  }
}
