package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An object that `CASCADE` drops as well; an object's own parts do not count, because they are
/// dropped in any case.
///
/// @param defaultOnly true if the object is a column that only loses its default
public record CascadeLoss(ObjectName object, boolean defaultOnly) {

  /// All losses if the object is dropped with `CASCADE`.
  public static List<CascadeLoss> with(ObjectName gone, Catalog catalog) {
    var losses = new ArrayList<CascadeLoss>();
    collect(gone, catalog, new HashSet<>(), losses);
    return losses;
  }

  /// The same losses in an order in which they can be dropped by name: what depends on another one
  /// comes first.
  public static List<CascadeLoss> inOrderOfDrops(
      ObjectName gone, List<CascadeLoss> losses, Catalog catalog) {
    var ordered = new ArrayList<ObjectName>();
    visit(gone, catalog, new HashSet<>(), ordered);
    return losses.stream()
        .sorted(Comparator.comparingInt(loss -> ordered.indexOf(loss.object())))
        .toList();
  }

  private static void visit(
      ObjectName gone, Catalog catalog, Set<ObjectName> seen, List<ObjectName> ordered) {
    if (seen.add(gone)) {
      catalog.dependants(gone).forEach(d -> visit(d.name(), catalog, seen, ordered));
      ordered.add(gone);
    }
  }

  private static void collect(
      ObjectName gone, Catalog catalog, Set<ObjectName> seen, List<CascadeLoss> losses) {
    seen.add(gone);
    for (var dependant : catalog.dependants(gone)) {
      if (dependant instanceof Publication || seen.contains(dependant.name())) {
        continue;
      }
      var defaultOnly = catalog.losesDefaultOnly(dependant, gone);
      if (!catalog.isPart(dependant, gone)) {
        losses.add(new CascadeLoss(dependant.name(), defaultOnly));
      }
      if (!defaultOnly) {
        collect(dependant.name(), catalog, seen, losses);
      }
    }
  }

  public String words() {
    return defaultOnly ? "the default of " + object.words() : object.words();
  }

  /// The statement that drops the object by name.
  public String sql() {
    var part = Identifier.quoted(object.simpleName());
    return switch (object.kind()) {
      case COLUMN ->
          SafeSql.alterTable(
              object.name(),
              defaultOnly
                  ? "ALTER COLUMN " + part + " DROP DEFAULT;"
                  : "DROP COLUMN " + part + ";");
      case CONSTRAINT -> SafeSql.alterTable(object.name(), "DROP CONSTRAINT " + part + ";");
      case DOMAIN_CONSTRAINT ->
          "ALTER DOMAIN " + object.name().quoted() + " DROP CONSTRAINT " + part + ";";
      default ->
          "DROP " + object.kind().words().toUpperCase(Locale.ROOT) + " " + object.text() + ";";
    };
  }
}
