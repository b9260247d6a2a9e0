package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Removes differences that follow from another difference: an added table brings its columns,
/// constraints, indexes and sequences; a constraint brings its index; a parent table brings what
/// its children inherit; a new name changes every definition that uses it.
///
/// An added schema implies nothing: the objects in it have owners of their own.
final class Consequences {

  private static final Set<Facet> OF_INHERITANCE = EnumSet.of(Facet.INHERITED, Facet.ATTACHED_TO);

  private static final Pattern SAME_NAME = Pattern.compile("([\\w$]+) as \\1(?![\\w$])");

  private final Schema from;
  private final Schema to;
  private final List<Difference> differences;
  private final Set<ObjectName> added = new HashSet<>();
  private final Set<ObjectName> missing = new HashSet<>();
  private final Map<ObjectName, Changed> changed = new HashMap<>();
  private final NewNames newNames = new NewNames();

  Consequences(Schema from, Schema to, List<Difference> differences) {
    this.from = from;
    this.to = to;
    this.differences = differences;
    differences.forEach(this::note);
  }

  private void note(Difference difference) {
    switch (difference) {
      case Added a -> added.add(a.object());
      case Missing m -> missing.add(m.object());
      case Changed c -> changed.put(c.object(), c);
      case Renamed r -> {
        missing.add(r.from().name());
        added.add(r.to().name());
        newNames.add(r);
      }
    }
  }

  List<Difference> removed() {
    return differences.stream().filter(d -> !follows(d)).toList();
  }

  private boolean follows(Difference difference) {
    return switch (difference) {
      case Added a -> comesWith(a.added(), added, to) || countsForColumn(a.added());
      case Missing m -> comesWith(m.missing(), missing, from) || countsForColumn(m.missing());
      case Renamed r -> comesWith(r.from(), missing, from) && comesWith(r.to(), added, to);
      case Changed c -> followsFromConstraint(c) || isInherited(c) || followsFromNewName(c);
    };
  }

  /// @param roots all objects added to `schema`, or all objects missing from it
  private static boolean comesWith(SchemaObject object, Set<ObjectName> roots, Schema schema) {
    return switch (object) {
      case RelationPart part ->
          hasRelation(roots, part.relation()) || comesWithParent(part, roots, schema);
      case Relation.Index index -> comesWith(index, roots);
      case Relation.Sequence sequence ->
          sequence.ownedBy() != null
              && (roots.contains(sequence.ownedBy())
                  || hasRelation(roots, sequence.ownedBy().name()));
      // An operator class without a family creates one of the same name.
      case SchemaObject.Other other ->
          other.name().kind() == ObjectKind.OPERATOR_FAMILY
              && roots.contains(other.name().as(ObjectKind.OPERATOR_CLASS));
      default -> false;
    };
  }

  /// A column that became `serial` or an identity column, or stopped being one.
  private boolean countsForColumn(SchemaObject object) {
    if (!(object instanceof Relation.Sequence sequence) || sequence.ownedBy() == null) {
      return false;
    }
    var column = changed.get(sequence.ownedBy());
    return column != null
        && column.changes().stream()
            .map(c -> c.facet().facet())
            .anyMatch(f -> f == Facet.IDENTITY || f == Facet.DEFAULT);
  }

  private static boolean comesWith(Relation.Index index, Set<ObjectName> roots) {
    var constraint = index.constraint();
    var parent = index.parent();
    return hasRelation(roots, index.table())
        || (constraint != null && roots.contains(constraint(index.table(), constraint)))
        || (parent != null && roots.contains(ObjectName.of(ObjectKind.INDEX, parent)));
  }

  private static boolean comesWithParent(RelationPart part, Set<ObjectName> roots, Schema schema) {
    for (var parent : parents(part.relation(), schema)) {
      if (roots.contains(part.name().named(parent))) {
        return true;
      }
    }
    // A partition's key has its own name; only its index refers to the parent's key.
    var index = ObjectName.of(ObjectKind.INDEX, part.relation().renamed(part.part()));
    return part instanceof RelationPart.TableConstraint
        && schema.find(index).orElse(null) instanceof Relation.Index own
        && own.parent() != null
        && roots.contains(ObjectName.of(ObjectKind.INDEX, own.parent()));
  }

  private static List<QualifiedName> parents(QualifiedName relation, Schema schema) {
    var parents = new ArrayList<QualifiedName>();
    for (var kind : List.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE)) {
      if (schema.find(ObjectName.of(kind, relation)).orElse(null) instanceof Relation.Table t) {
        parents.addAll(t.inherits());
        if (t.partition() != null) {
          parents.add(t.partition().parent());
        }
      }
    }
    return parents;
  }

  private static boolean hasRelation(Set<ObjectName> roots, QualifiedName relation) {
    return roots.contains(ObjectName.of(ObjectKind.TABLE, relation))
        || roots.contains(ObjectName.of(ObjectKind.FOREIGN_TABLE, relation))
        || roots.contains(ObjectName.of(ObjectKind.VIEW, relation))
        || roots.contains(ObjectName.of(ObjectKind.MATERIALIZED_VIEW, relation))
        || roots.contains(ObjectName.of(ObjectKind.INDEX, relation));
  }

  /// The constraint's own difference already reports this.
  private boolean followsFromConstraint(Changed change) {
    return change.to() instanceof Relation.Index index
        && index.constraint() != null
        && changed.containsKey(constraint(index.table(), index.constraint()));
  }

  /// A change of the parent is also one of its children, and attaching a table changes all of its
  /// parts.
  private boolean isInherited(Changed change) {
    if (change.to() instanceof Relation.Index index) {
      return isOnlyInheritance(change) && changesParents(index.table());
    }
    if (!(change.to() instanceof RelationPart part)) {
      return false;
    }
    for (var parent : parents(part.relation(), to)) {
      var same = changed.get(part.name().named(parent));
      if (same != null && same.changes().equals(change.changes())) {
        return true;
      }
    }
    return isOnlyInheritance(change) && changesParents(part.relation());
  }

  private static boolean isOnlyInheritance(Changed change) {
    return change.changes().stream().allMatch(c -> OF_INHERITANCE.contains(c.facet().facet()));
  }

  private boolean changesParents(QualifiedName table) {
    return !parents(table, from).equals(parents(table, to));
  }

  private boolean followsFromNewName(Changed change) {
    return !newNames.isEmpty() && change.changes().stream().allMatch(this::isOnlyNewNames);
  }

  private boolean isOnlyNewNames(FacetChange change) {
    var old = change.from();
    var now = change.to();
    return old != null && now != null && inNewNames(old).equals(inNewNames(now));
  }

  /// A view keeps a renamed column's old name with `new AS old`.
  private String inNewNames(String text) {
    return SAME_NAME.matcher(newNames.in(text)).replaceAll("$1");
  }

  private static ObjectName constraint(QualifiedName table, String name) {
    return ObjectName.constraint(table, name);
  }
}
