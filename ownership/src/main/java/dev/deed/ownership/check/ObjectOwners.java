package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Schema;
import java.util.List;
import java.util.Optional;

/// Finds the owner of an object of any kind by the rules of `OwnershipCheck`, for callers outside
/// of a check.
public final class ObjectOwners {

  private final OwnershipMap map;
  private final Holders holders;

  /// @param scripts all of the database, in the order in which they run
  /// @param schema the schema after all scripts
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

  /// Empty if no service owns the object, or if several claim it.
  public Optional<Service> ownerOf(ObjectName object) {
    return switch (titleOf(object)) {
      case Title.ByClaim claimed -> Optional.of(claimed.service());
      case Title.ByCreation created -> Optional.of(created.service());
      case Title.Contested _, Title.None _ -> Optional.empty();
    };
  }

  /// The owner, and the claim or creation that decides it.
  public Title titleOf(ObjectName object) {
    return switch (holders.of(object)) {
      case Holder.ByClaim claimed -> title(claimed);
      case Holder.ByCreation created ->
          map.serviceNamed(created.service())
              .<Title>map(Title.ByCreation::new)
              .orElseGet(Title.None::new);
      case Holder.Unknown _, Holder.System _, Holder.Cluster _, Holder.Session _ ->
          new Title.None();
    };
  }

  private Title title(Holder.ByClaim holder) {
    return switch (holder.owner()) {
      case Owner.OwnedBy owned ->
          map.serviceNamed(owned.service())
              .<Title>map(s -> new Title.ByClaim(s, owned.claim(), holder.table()))
              .orElseGet(Title.None::new);
      case Owner.Contested contested -> new Title.Contested(contested.claims());
      case Owner.Unowned _ -> new Title.None();
    };
  }
}
