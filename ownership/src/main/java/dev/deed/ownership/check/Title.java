package dev.deed.ownership.check;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Service;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// The owner of an object of any kind and the reason, by the rules of `OwnershipCheck`. `Owner`
/// answers the same for a table name.
public sealed interface Title {

  /// @param table the table whose name the claim matches: the object itself, its partitioned table,
  ///   or the table that it is tied to
  record ByClaim(Service service, Claim claim, QualifiedName table) implements Title {}

  /// A migration of this service created the object, and no claim names it.
  record ByCreation(Service service) implements Title {}

  /// Several services claim the object, each equally specifically.
  record Contested(List<Claim> claims) implements Title {
    public Contested {
      claims = List.copyOf(claims);
    }
  }

  /// The object has no owner.
  record None() implements Title {}
}
