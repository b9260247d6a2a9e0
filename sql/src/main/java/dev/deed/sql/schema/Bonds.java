package dev.deed.sql.schema;

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
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the objects that an object depends on.
final class Bonds {

  private final State state;

  Bonds(State state) {
    this.state = state;
  }

  List<Bond> of(SchemaObject object) {
    var bonds = new ArrayList<Bond>();
    switch (object) {
      case Table table -> table(bonds, table);
      case View view -> view.reads().forEach(r -> use(bonds, r));
      case Sequence sequence -> {
        if (sequence.ownedBy() != null) {
          bonds.add(Bond.part(sequence.ownedBy()));
        }
      }
      case Index index -> index(bonds, index);
      case TableColumn column -> column(bonds, column);
      case TableConstraint constraint -> constraint(bonds, constraint);
      case Trigger trigger -> trigger(bonds, trigger);
      case Rule rule -> owner(bonds, rule);
      case Policy policy -> {
        owner(bonds, policy);
        expression(bonds, policy.relation(), policy.using(), Bond.Strength.USE);
        expression(bonds, policy.relation(), policy.check(), Bond.Strength.USE);
      }
      case EnumType _, OtherType _, Extension _, DefaultPrivileges _ -> {}
      case CompositeType composite -> composite.fields().forEach(f -> type(bonds, f.type()));
      case DomainType domain -> type(bonds, domain.base());
      case Routine routine -> routine(bonds, routine);
      case Publication publication ->
          publication.tables().keySet().forEach(t -> part(bonds, relation(t)));
      case Other other -> other(bonds, other);
    }
    return bonds;
  }

  private void table(List<Bond> bonds, Table table) {
    if (table.partition() != null) {
      part(bonds, relation(table.partition().parent()));
    }
    for (var parent : table.inherits()) {
      use(bonds, relation(parent));
    }
    if (table.ofType() != null) {
      use(bonds, state.type(table.ofType()));
    }
  }

  private void index(List<Bond> bonds, Index index) {
    part(bonds, relation(index.table()));
    if (index.constraint() != null) {
      part(bonds, new ObjectName(ObjectKind.CONSTRAINT, index.table(), index.constraint()));
    }
    if (index.parent() != null) {
      part(bonds, relation(index.parent()));
    }
    elements(bonds, index.table(), index.elements());
    columns(bonds, index.table(), index.include());
    expression(bonds, index.table(), index.where(), Bond.Strength.PART);
  }

  private void elements(List<Bond> bonds, QualifiedName table, List<IndexElement> elements) {
    for (var element : elements) {
      if (element.column() != null) {
        columns(bonds, table, List.of(element.column()));
      } else {
        expression(bonds, table, element.expression(), Bond.Strength.PART);
      }
    }
  }

  private void column(List<Bond> bonds, TableColumn column) {
    owner(bonds, column);
    type(bonds, column.type());
    if (column.storage().collation() != null) {
      use(bonds, ObjectName.of(ObjectKind.COLLATION, column.storage().collation()));
    }
    expression(bonds, column.relation(), column.defaultValue(), Bond.Strength.USE);
    if (column.generated() != null) {
      expression(bonds, column.relation(), column.generated().expression(), Bond.Strength.USE);
    }
  }

  private void constraint(List<Bond> bonds, TableConstraint constraint) {
    var table = constraint.relation();
    owner(bonds, constraint);
    switch (constraint.rule()) {
      case Check check -> expression(bonds, table, check.condition(), Bond.Strength.PART);
      case NotNull notNull -> columns(bonds, table, List.of(notNull.column()));
      case Unique unique -> columns(bonds, table, unique.columns());
      case PrimaryKey key -> columns(bonds, table, key.columns());
      case ForeignKey key -> {
        columns(bonds, table, key.columns());
        use(bonds, relation(key.parent()));
        for (var column : key.parentColumns()) {
          use(bonds, State.columnName(key.parent(), column));
        }
        use(bonds, keyOf(key));
      }
      case Exclude exclude -> {
        elements(bonds, table, exclude.elements().stream().map(e -> e.element()).toList());
        expression(bonds, table, exclude.where(), Bond.Strength.PART);
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

  private void trigger(List<Bond> bonds, Trigger trigger) {
    owner(bonds, trigger);
    state.routines(trigger.function()).forEach(f -> use(bonds, f));
    trigger.fires().columns().forEach(c -> use(bonds, State.columnName(trigger.relation(), c)));
    if (trigger.fires().fromTable() != null) {
      use(bonds, relation(trigger.fires().fromTable()));
    }
  }

  private void routine(List<Bond> bonds, Routine routine) {
    routine.arguments().forEach(a -> type(bonds, a.type()));
    routine.returnsTable().forEach(a -> type(bonds, a.type()));
    if (routine.returns() != null) {
      type(bonds, routine.returns());
    }
  }

  private static void other(List<Bond> bonds, Other other) {
    var kind = other.name().kind();
    var part = kind == ObjectKind.STATISTICS || kind.isPartOfRelation();
    other.parts().forEach(p -> add(bonds, part ? Bond.part(p) : Bond.use(p)));
  }

  /// The relation that a part belongs to.
  private void owner(List<Bond> bonds, RelationPart part) {
    part(bonds, relation(part.relation()));
  }

  private static void columns(List<Bond> bonds, QualifiedName table, Collection<String> columns) {
    for (var column : columns) {
      part(bonds, State.columnName(table, column));
    }
  }

  private void expression(
      List<Bond> bonds,
      QualifiedName table,
      @Nullable ExpressionText expression,
      Bond.Strength strength) {
    if (expression == null) {
      return;
    }
    var names = ExpressionNames.in(expression.tree());
    for (var column : names.columns()) {
      add(bonds, new Bond(State.columnName(table, column), strength));
    }
    for (var function : names.functions()) {
      state.routines(function).forEach(r -> use(bonds, r));
    }
    for (var relation : names.relations()) {
      use(bonds, relation(relation));
    }
    for (var type : names.types()) {
      use(bonds, typeOrRelation(type));
    }
  }

  private void type(List<Bond> bonds, TypeName type) {
    var known = type.name().schema() == null ? null : typeOrRelation(type.name());
    use(bonds, known == null ? BuiltIns.extensionOf(type.name().name()) : known);
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

  private static void part(List<Bond> bonds, @Nullable ObjectName on) {
    if (on != null) {
      add(bonds, Bond.part(on));
    }
  }

  private static void use(List<Bond> bonds, @Nullable ObjectName on) {
    if (on != null) {
      add(bonds, Bond.use(on));
    }
  }

  private static void add(List<Bond> bonds, Bond bond) {
    if (!bonds.contains(bond)) {
      bonds.add(bond);
    }
  }
}
