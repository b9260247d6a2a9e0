package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the objects that an object depends on.
final class Dependencies {

  private final SchemaState state;

  Dependencies(SchemaState state) {
    this.state = state;
  }

  List<Dependency> of(SchemaObject object) {
    var dependencies = new ArrayList<Dependency>();
    switch (object) {
      case Table table -> table(dependencies, table);
      case View view -> view.reads().forEach(r -> use(dependencies, r));
      case Sequence sequence -> {
        if (sequence.ownedBy() != null) {
          dependencies.add(Dependency.part(sequence.ownedBy()));
        }
      }
      case Index index -> index(dependencies, index);
      case TableColumn column -> column(dependencies, column);
      case TableConstraint constraint -> constraint(dependencies, constraint);
      case Trigger trigger -> trigger(dependencies, trigger);
      case Rule rule -> owner(dependencies, rule);
      case Policy policy -> {
        owner(dependencies, policy);
        expression(dependencies, policy.relation(), policy.using(), Dependency.Strength.NORMAL);
        expression(dependencies, policy.relation(), policy.check(), Dependency.Strength.NORMAL);
      }
      case EnumType _, OtherType _, Extension _, DefaultPrivileges _ -> {}
      case CompositeType composite -> composite.fields().forEach(f -> type(dependencies, f.type()));
      case DomainType domain -> type(dependencies, domain.base());
      case Routine routine -> routine(dependencies, routine);
      case Publication publication ->
          publication.tables().keySet().forEach(t -> part(dependencies, relation(t)));
      case Other other -> other(dependencies, other);
    }
    return dependencies;
  }

  private void table(List<Dependency> dependencies, Table table) {
    if (table.partition() != null) {
      part(dependencies, relation(table.partition().parent()));
    }
    for (var parent : table.inherits()) {
      use(dependencies, relation(parent));
    }
    if (table.ofType() != null) {
      use(dependencies, state.type(table.ofType()));
    }
  }

  private void index(List<Dependency> dependencies, Index index) {
    part(dependencies, relation(index.table()));
    if (index.constraint() != null) {
      part(dependencies, ObjectName.constraint(index.table(), index.constraint()));
    }
    if (index.parent() != null) {
      part(dependencies, relation(index.parent()));
    }
    elements(dependencies, index.table(), index.elements());
    columns(dependencies, index.table(), index.include());
    expression(dependencies, index.table(), index.where(), Dependency.Strength.AUTO);
  }

  private void elements(
      List<Dependency> dependencies, QualifiedName table, List<IndexElement> elements) {
    for (var element : elements) {
      if (element.column() != null) {
        columns(dependencies, table, List.of(element.column()));
      } else {
        expression(dependencies, table, element.expression(), Dependency.Strength.AUTO);
      }
    }
  }

  private void column(List<Dependency> dependencies, TableColumn column) {
    owner(dependencies, column);
    type(dependencies, column.type());
    if (column.storage().collation() != null) {
      use(dependencies, ObjectName.of(ObjectKind.COLLATION, column.storage().collation()));
    }
    expression(dependencies, column.relation(), column.defaultValue(), Dependency.Strength.NORMAL);
    if (column.generated() != null) {
      expression(
          dependencies,
          column.relation(),
          column.generated().expression(),
          Dependency.Strength.NORMAL);
    }
  }

  private void constraint(List<Dependency> dependencies, TableConstraint constraint) {
    var table = constraint.relation();
    owner(dependencies, constraint);
    switch (constraint.rule()) {
      case Check check ->
          expression(dependencies, table, check.condition(), Dependency.Strength.AUTO);
      case NotNull notNull -> columns(dependencies, table, List.of(notNull.column()));
      case Unique unique -> columns(dependencies, table, unique.columns());
      case PrimaryKey key -> columns(dependencies, table, key.columns());
      case ForeignKey key -> {
        columns(dependencies, table, key.columns());
        use(dependencies, relation(key.parent()));
        for (var column : key.parentColumns()) {
          use(dependencies, SchemaState.columnName(key.parent(), column));
        }
        use(dependencies, keyOf(key));
      }
      case Exclude exclude -> {
        elements(dependencies, table, exclude.elements().stream().map(e -> e.element()).toList());
        expression(dependencies, table, exclude.where(), Dependency.Strength.AUTO);
      }
    }
  }

  /// The unique constraint that a foreign key depends on.
  private @Nullable ObjectName keyOf(ForeignKey key) {
    for (var constraint : state.constraints(key.parent())) {
      var columns =
          switch (constraint.rule()) {
            case PrimaryKey primary -> primary.columns();
            case Unique unique -> unique.columns();
            case Check _, NotNull _, ForeignKey _, Exclude _ -> List.<String>of();
          };
      if (!columns.isEmpty() && columns.equals(key.parentColumns())) {
        return constraint.name();
      }
    }
    return null;
  }

  private void trigger(List<Dependency> dependencies, Trigger trigger) {
    owner(dependencies, trigger);
    state.routines(trigger.function()).forEach(f -> use(dependencies, f));
    trigger
        .fires()
        .columns()
        .forEach(c -> use(dependencies, SchemaState.columnName(trigger.relation(), c)));
    if (trigger.fires().fromTable() != null) {
      use(dependencies, relation(trigger.fires().fromTable()));
    }
  }

  private void routine(List<Dependency> dependencies, Routine routine) {
    routine.arguments().forEach(a -> type(dependencies, a.type()));
    routine.returnsTable().forEach(a -> type(dependencies, a.type()));
    if (routine.returns() != null) {
      type(dependencies, routine.returns());
    }
  }

  private static void other(List<Dependency> dependencies, Other other) {
    var kind = other.name().kind();
    var part = kind == ObjectKind.STATISTICS || kind.isPartOfRelation();
    other.parts().forEach(p -> add(dependencies, part ? Dependency.part(p) : Dependency.use(p)));
  }

  /// The relation that a part belongs to.
  private void owner(List<Dependency> dependencies, RelationPart part) {
    part(dependencies, relation(part.relation()));
  }

  private static void columns(
      List<Dependency> dependencies, QualifiedName table, Collection<String> columns) {
    for (var column : columns) {
      part(dependencies, SchemaState.columnName(table, column));
    }
  }

  private void expression(
      List<Dependency> dependencies,
      QualifiedName table,
      @Nullable ExpressionText expression,
      Dependency.Strength strength) {
    if (expression == null) {
      return;
    }
    var names = ExpressionNames.in(expression.tree());
    for (var column : names.columns()) {
      add(dependencies, new Dependency(SchemaState.columnName(table, column), strength));
    }
    for (var function : names.functions()) {
      state.routines(function).forEach(r -> use(dependencies, r));
    }
    for (var relation : names.relations()) {
      use(dependencies, relation(relation));
    }
    for (var type : names.types()) {
      use(dependencies, typeOrRelation(type));
    }
  }

  private void type(List<Dependency> dependencies, TypeName type) {
    var known = type.name().schema() == null ? null : typeOrRelation(type.name());
    use(dependencies, known == null ? BuiltIns.extensionOf(type.name().name()) : known);
  }

  private @Nullable ObjectName typeOrRelation(QualifiedName name) {
    var type = state.type(name);
    return type != null ? type : state.relation(name);
  }

  /// A name that the state does not know may be created later: most likely a table.
  private ObjectName relation(QualifiedName name) {
    var known = state.relation(name);
    return known != null ? known : ObjectName.table(name);
  }

  private static void part(List<Dependency> dependencies, @Nullable ObjectName on) {
    if (on != null) {
      add(dependencies, Dependency.part(on));
    }
  }

  private static void use(List<Dependency> dependencies, @Nullable ObjectName on) {
    if (on != null) {
      add(dependencies, Dependency.use(on));
    }
  }

  private static void add(List<Dependency> dependencies, Dependency bond) {
    if (!dependencies.contains(bond)) {
      dependencies.add(bond);
    }
  }
}
