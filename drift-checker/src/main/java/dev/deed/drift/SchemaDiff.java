package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Compares two schemas by meaning: objects by name, then fact by fact.
public final class SchemaDiff {

  private static final String COLUMNS = "columns";

  private final Schema from;
  private final Schema to;

  private SchemaDiff(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  /// Ordered by kind and name.
  public static List<Difference> between(Schema from, Schema to) {
    var diff = new SchemaDiff(from, to);
    return diff.withoutConsequences(diff.all());
  }

  private List<Difference> all() {
    var differences = new ArrayList<Difference>();
    var names = new TreeSet<ObjectName>();
    from.objects().forEach(o -> names.add(o.name()));
    to.objects().forEach(o -> names.add(o.name()));
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

  private static void addChange(
      List<Difference> differences, SchemaObject before, SchemaObject after) {
    var changes = changes(before, after);
    if (!changes.isEmpty()) {
      differences.add(new Changed(before, after, changes));
    }
  }

  private static List<FacetChange> changes(SchemaObject before, SchemaObject after) {
    var old = before.facets();
    var now = after.facets();
    if (old.equals(now)) {
      return List.of();
    }
    var facets = new TreeSet<String>(old.keySet());
    facets.addAll(now.keySet());
    var changes = new ArrayList<FacetChange>();
    for (var facet : facets) {
      if (!Objects.equals(old.get(facet), now.get(facet))) {
        changes.add(new FacetChange(facet, old.get(facet), now.get(facet)));
      }
    }
    changes.removeIf(c -> c.facet().equals(COLUMNS) && sameOrder(before, after));
    return changes;
  }

  /// Added and missing columns are differences of their own; of the table there remains the order.
  private static boolean sameOrder(SchemaObject before, SchemaObject after) {
    if (!(before instanceof Relation.Table old && after instanceof Relation.Table now)) {
      return false;
    }
    var oldOrder = new ArrayList<>(old.columns());
    var newOrder = new ArrayList<>(now.columns());
    oldOrder.retainAll(now.columns());
    newOrder.retainAll(old.columns());
    return oldOrder.equals(newOrder);
  }

  /// An added table brings its columns, constraints, indexes and sequences; a constraint its index.
  private List<Difference> withoutConsequences(List<Difference> differences) {
    var added = new HashSet<ObjectName>();
    var missing = new HashSet<ObjectName>();
    for (var difference : differences) {
      switch (difference) {
        case Added a -> added.add(a.object());
        case Missing m -> missing.add(m.object());
        case Changed _ -> {}
      }
    }
    return differences.stream()
        .filter(d ->
            switch (d) {
              case Added a -> !followsFrom(a.added(), added);
              case Missing m -> !followsFrom(m.missing(), missing);
              case Changed c -> !followsFromConstraint(c);
            })
        .toList();
  }

  private static boolean followsFrom(SchemaObject object, Set<ObjectName> roots) {
    return switch (object) {
      case RelationPart part -> rootsHave(roots, part.relation());
      case Relation.Index index ->
          rootsHave(roots, index.table())
              || (index.constraint() != null
                  && roots.contains(constraint(index.table(), index.constraint())));
      case Relation.Sequence sequence ->
          sequence.ownedBy() != null
              && (roots.contains(sequence.ownedBy())
                  || rootsHave(roots, sequence.ownedBy().name()));
      default -> false;
    };
  }

  private static boolean rootsHave(Set<ObjectName> roots, QualifiedName relation) {
    return roots.contains(ObjectName.of(ObjectKind.TABLE, relation))
        || roots.contains(ObjectName.of(ObjectKind.FOREIGN_TABLE, relation))
        || roots.contains(ObjectName.of(ObjectKind.VIEW, relation))
        || roots.contains(ObjectName.of(ObjectKind.MATERIALIZED_VIEW, relation));
  }

  /// The constraint's own difference already says it.
  private boolean followsFromConstraint(Changed changed) {
    if (!(changed.to() instanceof Relation.Index index) || index.constraint() == null) {
      return false;
    }
    var constraint = constraint(index.table(), index.constraint());
    var before = from.find(constraint);
    var after = to.find(constraint);
    return before.isPresent()
        && after.isPresent()
        && !before.get().facets().equals(after.get().facets());
  }

  private static ObjectName constraint(QualifiedName table, String name) {
    return new ObjectName(ObjectKind.CONSTRAINT, table, name);
  }
}
