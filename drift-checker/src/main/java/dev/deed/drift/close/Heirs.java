package dev.deed.drift.close;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What tables have from their parents: those that they inherit from, or are partitions of.
final class Heirs {

  private Heirs() {}

  static boolean isInherited(RelationPart part) {
    return switch (part) {
      case TableColumn column -> column.inherited();
      case TableConstraint constraint -> constraint.inherited();
      case Trigger trigger -> trigger.inherited();
      default -> false;
    };
  }

  static boolean isOnlyInherited(SchemaObject object) {
    return switch (object) {
      case TableColumn column -> column.inherited() && !column.local();
      case TableConstraint constraint -> constraint.inherited() && !constraint.local();
      case Trigger trigger -> trigger.inherited();
      default -> false;
    };
  }

  static boolean isPartition(Catalog catalog, QualifiedName table) {
    return catalog.table(table).filter(t -> t.partition() != null).isPresent();
  }

  static List<QualifiedName> parents(Catalog catalog, QualifiedName name) {
    var parents = new ArrayList<QualifiedName>();
    catalog
        .table(name)
        .ifPresent(table -> {
          parents.addAll(table.inherits());
          if (table.partition() != null) {
            parents.add(table.partition().parent());
          }
        });
    return parents;
  }

  static Set<QualifiedName> ancestors(Catalog catalog, QualifiedName name) {
    var ancestors = new LinkedHashSet<QualifiedName>();
    var next = parents(catalog, name);
    while (!next.isEmpty()) {
      var parents = next;
      next = new ArrayList<>();
      for (var parent : parents) {
        if (ancestors.add(parent)) {
          next.addAll(parents(catalog, parent));
        }
      }
    }
    return ancestors;
  }
}
