package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// Compares two schemas by meaning: objects by name, then facet by facet.
public final class SchemaDiff {

  private final Schema from;
  private final Schema to;
  private final Unknowns unknowns;

  private SchemaDiff(Schema from, Schema to, Unknowns unknowns) {
    this.from = from;
    this.to = to;
    this.unknowns = unknowns;
  }

  /// Ordered by kind and name.
  public static List<Difference> between(Schema from, Schema to) {
    return between(from, to, Unknowns.NONE);
  }

  /// @param unknowns facts that one of the two schemas does not contain at all, so they are never a
  ///   difference
  static List<Difference> between(Schema from, Schema to, Unknowns unknowns) {
    var diff = new SchemaDiff(from, to, unknowns);
    var renames = new Renames(from, to, unknowns);
    var differences = renames.foundIn(diff.all());
    return new Consequences(from, to, differences).removed();
  }

  private List<Difference> all() {
    var differences = new ArrayList<Difference>();
    var names = new TreeSet<ObjectName>();
    from.objects().forEach(o -> names.add(o.name()));
    to.objects().forEach(o -> names.add(o.name()));
    names.removeIf(unknowns::covers);
    for (var name : names) {
      var before = from.find(name);
      var after = to.find(name);
      if (before.isEmpty()) {
        differences.add(new Added(after.orElseThrow()));
      } else if (after.isEmpty()) {
        differences.add(new Missing(before.get()));
      } else {
        addChange(differences, before.get(), after.get());
      }
    }
    return differences;
  }

  private void addChange(List<Difference> differences, SchemaObject before, SchemaObject after) {
    var changes = changes(before, after);
    if (!changes.isEmpty()) {
      differences.add(new Changed(before, after, changes));
    }
  }

  private List<FacetChange> changes(SchemaObject before, SchemaObject after) {
    var old = before.facets();
    var now = after.facets();
    if (old.equals(now)) {
      return List.of();
    }
    var facets = new TreeSet<FacetName>(old.keySet());
    facets.addAll(now.keySet());
    var changes = new ArrayList<FacetChange>();
    for (var facet : facets) {
      if (!Objects.equals(old.get(facet), now.get(facet))) {
        changes.add(new FacetChange(facet, old.get(facet), now.get(facet)));
      }
    }
    changes.removeIf(c -> unknowns.covers(c, before, after) || isSaidElsewhere(c, before, after));
    return changes;
  }

  /// Added and missing columns are differences of their own; only the order of columns remains for
  /// the table. Columns of a view with another query are covered by that query.
  private static boolean isSaidElsewhere(
      FacetChange change, SchemaObject before, SchemaObject after) {
    if (change.facet().facet() != Facet.COLUMNS) {
      return false;
    }
    if (before instanceof Relation.View old && after instanceof Relation.View now) {
      return !old.definition().equals(now.definition());
    }
    return before instanceof Relation.Table old
        && after instanceof Relation.Table now
        && sameOrder(old.columns(), now.columns());
  }

  private static boolean sameOrder(List<String> old, List<String> now) {
    var oldOrder = new ArrayList<>(old);
    var newOrder = new ArrayList<>(now);
    oldOrder.retainAll(now);
    newOrder.retainAll(old);
    return oldOrder.equals(newOrder);
  }
}
