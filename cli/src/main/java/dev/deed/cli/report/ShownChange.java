package dev.deed.cli.report;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.sql.Secrets;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A facet with its values on both sides, without passwords.
///
/// @param facet in words: `privileges of app`
/// @param from null if the facet is not set on the first side, or the object is not there
/// @param to likewise on the second side
public record ShownChange(String facet, @Nullable String from, @Nullable String to) {

  private static final String SECRET = "(?i).*(password|passwd|passphrase|secret|token|key)";
  private static final String HIDDEN = "********";
  private static final String ONE_SECRET = "(with a secret)";
  private static final String OTHER_SECRET = "(with another secret)";

  /// What is different; for an object that only one side has, all its facets.
  public static List<ShownChange> of(Difference difference) {
    return switch (difference) {
      case Difference.Changed changed -> changed.changes().stream().map(ShownChange::of).toList();
      case Difference.Added added -> of(added.added(), true);
      case Difference.Missing missing -> of(missing.missing(), false);
      case Difference.Renamed _ -> List.of();
    };
  }

  /// Two secrets must not look as if there were no difference.
  private static ShownChange of(FacetChange change) {
    var facet = change.facet();
    var from = shown(facet, change.from());
    var to = shown(facet, change.to());
    return from != null && from.equals(to)
        ? new ShownChange(facet.words(), ONE_SECRET, OTHER_SECRET)
        : new ShownChange(facet.words(), from, to);
  }

  private static List<ShownChange> of(SchemaObject object, boolean isAdded) {
    return object.facets().entrySet().stream()
        .map(e -> {
          var value = shown(e.getKey(), e.getValue());
          return isAdded
              ? new ShownChange(e.getKey().words(), null, value)
              : new ShownChange(e.getKey().words(), value, null);
        })
        .toList();
  }

  private static @Nullable String shown(FacetName facet, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (facet.facet()) {
      case OPTION, SERVER_OPTION, FOREIGN_OPTION ->
          facet.of().matches(SECRET) ? HIDDEN : Secrets.masked(value);
      default -> Secrets.masked(value);
    };
  }
}
