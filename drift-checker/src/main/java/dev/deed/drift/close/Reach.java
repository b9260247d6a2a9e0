package dev.deed.drift.close;

import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What depends on an object, and what may: rules, policies and routines are known to use a table,
/// but not which of its columns.
///
/// @param objects all of that catalog
record Reach(Catalog catalog, Collection<SchemaObject> objects) {

  List<SchemaObject> dependants(ObjectName name) {
    var found = new ArrayList<>(catalog.dependants(name));
    var object = catalog.find(name).orElse(null);
    if (object instanceof TableColumn column) {
      catalog.relationNamed(column.relation()).ifPresent(table -> addUnknown(found, table, column));
    } else if (object instanceof TableConstraint key && key.rule() instanceof PrimaryKey) {
      addGrouped(found, key);
    } else if (object instanceof OtherType range && range.range()) {
      addMultirange(found, range);
    }
    return found;
  }

  private void addUnknown(List<SchemaObject> found, ObjectName table, TableColumn column) {
    var isOwn = column.relation().equals(table.name());
    for (var dependant : catalog.dependants(table)) {
      var isUnknown =
          switch (dependant) {
            case Rule _ -> true;
            case Policy policy -> !isPartOnly(policy, table);
            case Routine _ -> isOwn;
            case View view -> namesNoColumn(view, table);
            case Publication published -> mentions(published, column);
            case TableColumn row -> row.type().name().equals(table.name());
            default -> false;
          };
      if (isUnknown && !found.contains(dependant)) {
        found.add(dependant);
      }
    }
  }

  /// In the filter or the list of columns of the table.
  private static boolean mentions(Publication published, TableColumn column) {
    var details = published.tables().getOrDefault(column.relation(), "");
    return CanonicalWords.of(details).contains(column.part());
  }

  /// The columns of a policy's own table are known.
  private static boolean isPartOnly(Policy policy, ObjectName table) {
    return policy.relation().equals(table.name());
  }

  private static boolean namesNoColumn(View view, ObjectName table) {
    return view.reads().stream()
        .noneMatch(r -> r.name().equals(table.name()) && !r.kind().isRelation());
  }

  /// A range type brings another type, which no object of its own stands for.
  private void addMultirange(List<SchemaObject> found, OtherType range) {
    var name = range.options().get("multirange_type_name");
    if (name != null) {
      var multirange = RelationLiteral.parse(name);
      for (var other : objects) {
        if (other instanceof TableColumn column && column.type().name().equals(multirange)) {
          found.add(column);
        }
      }
    }
  }

  /// A view that groups by a primary key depends on it.
  private void addGrouped(List<SchemaObject> found, TableConstraint key) {
    for (var view : catalog.viewsOver(key.relation())) {
      if (view.definition().contains("group by") && !found.contains(view)) {
        found.add(view);
      }
    }
  }
}
