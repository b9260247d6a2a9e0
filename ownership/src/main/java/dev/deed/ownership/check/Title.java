package dev.deed.ownership.check;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Service;
import dev.deed.sql.QualifiedName;
import java.util.List;

/// Whose an object is, and by what: where `Owner` answers for a table's name, this answers for
/// objects of every kind, as `OwnershipCheck` judges them.
public sealed interface Title {

  /// @param table whose name the claim matches: the object's, or that of the whole that it is a
  ///   partition of, or of the table that it is tied to
  record ByClaim(Service service, Claim claim, QualifiedName table) implements Title {}

  /// A migration of this service created it, and no claim names it.
  record ByCreation(Service service) implements Title {}

  /// Several services claim it, each as specifically as the others.
  record Contested(List<Claim> claims) implements Title {
    public Contested {
      claims = List.copyOf(claims);
    }
  }

  /// Nobody's.
  record None() implements Title {}
}
