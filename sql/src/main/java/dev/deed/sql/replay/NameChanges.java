package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/// `RENAME TO` and `SET SCHEMA`.
final class NameChanges {

  private final SchemaState state;

  NameChanges(ReplaySession surrounding) {
    this.state = surrounding.state;
  }

  void rename(ObjectName name, String newName) {
    switch (name.kind()) {
      case SCHEMA -> SchemaRename.apply(state, name.name().name(), newName);
      case COLUMN -> renameColumn(name, newName);
      case CONSTRAINT -> renameConstraint(name, newName);
      case DOMAIN_CONSTRAINT -> renameCheck(name, newName);
      case INDEX -> renameIndex(name, newName);
      case TRIGGER, RULE, POLICY -> replace(name, name.withOwn(newName));
      case ROLE -> {}
      default -> replace(name, name.named(name.name().renamed(newName)));
    }
  }

  private void replace(ObjectName before, ObjectName after) {
    if (state.has(before)) {
      ObjectRename.apply(state, before, after);
    }
  }

  /// Children have a column of the same name; a composite type has attributes instead.
  private void renameColumn(ObjectName name, String newName) {
    if (state.get(typeOf(name)) instanceof CompositeType type) {
      var fields =
          type.fields().stream()
              .map(f -> f.name().equals(name.own()) ? renamed(f, newName) : f)
              .toList();
      state.put(new CompositeType(type.name(), fields, type.attributes()));
      return;
    }
    var view = state.view(name.name());
    if (view != null) {
      renameOutput(view, name.own(), newName);
      return;
    }
    var table = state.table(name.name());
    replace(name, ObjectName.column(name.name(), newName));
    if (table != null) {
      for (var child : state.children(table.name())) {
        renameColumn(SchemaState.columnName(child.qualifiedName(), name.own()), newName);
      }
    }
  }

  private static ObjectName typeOf(ObjectName column) {
    return ObjectName.of(ObjectKind.TYPE, column.name());
  }

  private static DataType.Attribute renamed(DataType.Attribute field, String newName) {
    return new DataType.Attribute(newName, field.type(), field.collation(), field.comment());
  }

  private void renameOutput(Relation.View view, String before, String after) {
    var columns = view.columns().stream().map(c -> c.equals(before) ? after : c).toList();
    state.put(
        new Relation.View(
            view.name(),
            columns,
            view.query(),
            view.withData(),
            view.storage(),
            view.reads(),
            view.base(),
            view.attributes()));
  }

  /// The constraint's index is renamed as well, and so are the copies in children.
  private void renameConstraint(ObjectName name, String newName) {
    var after = ObjectName.constraint(name.name(), newName);
    var index = state.index(name.name().renamed(name.own()));
    replace(name, after);
    if (index != null && name.own().equals(index.constraint())) {
      replace(index.name(), index.name().named(name.name().renamed(newName)));
      new IndexUses(state).rename(index, newName);
    }
    var table = state.table(name.name());
    if (table == null) {
      return;
    }
    for (var child : state.children(table.name())) {
      var inherited = state.constraint(child.qualifiedName(), name.own());
      if (inherited != null && inherited.inherited()) {
        renameConstraint(inherited.name(), newName);
      }
    }
  }

  private void renameIndex(ObjectName name, String newName) {
    var index = state.index(name.name());
    if (index != null && index.constraint() != null) {
      renameConstraint(ObjectName.constraint(index.table(), index.constraint()), newName);
      return;
    }
    replace(name, name.named(name.name().renamed(newName)));
    if (index != null) {
      new IndexUses(state).rename(index, newName);
    }
  }

  private void renameCheck(ObjectName name, String newName) {
    if (state.get(ObjectName.of(ObjectKind.DOMAIN, name.name())) instanceof DomainType domain) {
      var checks = new ArrayList<>(domain.checks());
      checks.replaceAll(c ->
          c.name().equals(name.own())
              ? new DomainCheck(newName, c.condition(), c.validated(), c.comment())
              : c);
      state.put(
          new DomainType(
              domain.name(),
              domain.base(),
              domain.collation(),
              domain.defaultValue(),
              domain.notNull(),
              checks,
              domain.attributes()));
    }
  }

  // SET SCHEMA

  /// A table's indexes and owned sequences move with it.
  void move(ObjectName name, String schema) {
    if (name.kind() == ObjectKind.EXTENSION) {
      moveExtension(name, schema);
      return;
    }
    var table = state.table(name.name());
    var along = table == null ? List.<ObjectName>of() : owned(table);
    replace(name, name.named(name.name().in(schema)));
    along.forEach(o -> replace(o, o.named(o.name().in(schema))));
  }

  private List<ObjectName> owned(Table table) {
    var owned = new ArrayList<ObjectName>();
    state.indexes(table.name()).forEach(i -> owned.add(i.name()));
    for (var column : table.columns()) {
      var name = SchemaState.columnName(table.qualifiedName(), column);
      state.sequencesOf(name).forEach(s -> owned.add(s.name()));
    }
    return owned;
  }

  private void moveExtension(ObjectName name, String schema) {
    if (state.get(name) instanceof SchemaObject.Extension extension) {
      state.put(
          new SchemaObject.Extension(name, schema, extension.version(), extension.attributes()));
    }
  }
}
