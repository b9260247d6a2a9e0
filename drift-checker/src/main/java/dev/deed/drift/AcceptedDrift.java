package dev.deed.drift;

import dev.deed.drift.Difference.Changed;
import dev.deed.ownership.DriftIgnore;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.schema.FacetName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Facets in which a database may differ: no statement is written for them.
///
/// @param entries of the ownership file; only those about facets count
/// @param searchPath of the database
public record AcceptedDrift(
    DatabaseName database, List<DriftIgnore> entries, List<String> searchPath) {

  public AcceptedDrift {
    entries = entries.stream().filter(DriftIgnore::isOfFacet).toList();
    searchPath = List.copyOf(searchPath);
  }

  public static AcceptedDrift none(DatabaseName database) {
    return new AcceptedDrift(database, List.of(), List.of());
  }

  public boolean isNone() {
    return entries.isEmpty();
  }

  /// Whether the difference of an object in that facet is accepted.
  public boolean covers(Difference difference, FacetName facet) {
    var anchor = DriftCheck.anchor(difference);
    return entries.stream()
        .anyMatch(entry ->
            entry.matches(facet)
                && entry.matches(database, difference.object(), anchor, searchPath));
  }

  /// What is left of the differences.
  public List<Difference> without(List<Difference> differences) {
    return isNone()
        ? differences
        : differences.stream().map(this::rest).filter(Objects::nonNull).toList();
  }

  private @Nullable Difference rest(Difference difference) {
    if (!(difference instanceof Changed changed)) {
      return difference;
    }
    var left = changed.changes().stream().filter(c -> !covers(changed, c.facet())).toList();
    return left.isEmpty() ? null : new Changed(changed.from(), changed.to(), left);
  }
}
