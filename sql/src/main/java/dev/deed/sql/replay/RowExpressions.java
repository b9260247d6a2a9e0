package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The expressions that PostgreSQL evaluates for rows of a table, each with the object that has it.
final class RowExpressions {

  private final SchemaState state;

  RowExpressions(SchemaState state) {
    this.state = state;
  }

  /// @param owner the constraint, column, index, policy or table that has the expression
  /// @param called routines, operators and domains that it names
  record Evaluated(ObjectName owner, List<ObjectName> called) {}

  /// For new values: they are checked and indexed, others are generated from them, and they decide
  /// on the partition.
  List<Evaluated> ofNewRows(Table table) {
    var found = new ArrayList<Evaluated>();
    for (var constraint : state.constraints(table)) {
      add(found, ofCheck(constraint));
    }
    state
        .alternatives()
        .partsOf(table.name(), TableConstraint.class)
        .forEach(c -> add(found, ofCheck(c)));
    var columns = new ArrayList<>(state.columns(table));
    columns.addAll(state.alternatives().partsOf(table.name(), TableColumn.class));
    for (var column : columns) {
      if (column.generated() != null) {
        add(found, of(column.name(), column.generated().expression()));
      }
      add(found, ofType(column.name(), column.type()));
    }
    state.indexes(table.name()).forEach(i -> add(found, ofIndex(i)));
    state.alternatives().indexes(table.name()).forEach(i -> add(found, ofIndex(i)));
    ofPartitionKeys(table, found);
    return found;
  }

  Evaluated ofCheck(TableConstraint constraint) {
    return of(
        constraint.name(), constraint.rule() instanceof Check check ? check.condition() : null);
  }

  /// A default, also that of a domain.
  Evaluated ofDefault(TableColumn column) {
    return column.defaultValue() == null
        ? ofDefault(column.name(), column.type())
        : of(column.name(), column.defaultValue());
  }

  /// The default of the domain that the type may be.
  Evaluated ofDefault(ObjectName owner, TypeName type) {
    var called = new LinkedHashSet<ObjectName>();
    for (var domain : domains(domain(type))) {
      called.addAll(of(owner, domain.defaultValue()).called());
    }
    return new Evaluated(owner, List.copyOf(called));
  }

  private List<DomainType> domains(ObjectName name) {
    var domains = new ArrayList<DomainType>();
    if (state.get(name) instanceof DomainType domain) {
      domains.add(domain);
    }
    domains.addAll(state.alternatives().of(name, DomainType.class));
    return domains;
  }

  Evaluated ofIndex(Index index) {
    var called = new LinkedHashSet<ObjectName>();
    for (var element : index.elements()) {
      collect(element.expression(), called);
      if (element.operatorClass() != null) {
        called.add(
            ObjectName.operators(
                ObjectKind.OPERATOR_CLASS, element.operatorClass(), index.method()));
      }
    }
    collect(index.where(), called);
    return new Evaluated(index.name(), List.copyOf(called));
  }

  List<Evaluated> ofPartitionKeys(Table table) {
    var found = new ArrayList<Evaluated>();
    ofPartitionKeys(table, found);
    return found;
  }

  private void ofPartitionKeys(Table table, List<Evaluated> found) {
    if (table.partitionBy() != null) {
      var called = new LinkedHashSet<ObjectName>();
      table.partitionBy().keys().forEach(k -> collect(k.expression(), called));
      add(found, new Evaluated(table.name(), List.copyOf(called)));
    }
  }

  /// What is called for values of the columns of a table, and for its rows, when they are read.
  List<ObjectName> ofValues(Table table) {
    if (TypeCalls.areNone(state)) {
      return List.of();
    }
    var called = new LinkedHashSet<>(TypeCalls.of(state, table.qualifiedName()));
    state.columns(table).forEach(c -> called.addAll(TypeCalls.within(state, c.type().name())));
    return List.copyOf(called);
  }

  /// A value of a domain is checked; a value of a type may be cast to it.
  Evaluated ofType(ObjectName owner, TypeName type) {
    return new Evaluated(owner, ofType(type.name()));
  }

  /// @param type its full name
  List<ObjectName> ofType(QualifiedName type) {
    var called = new ArrayList<>(TypeCalls.of(state, type));
    var name = state.type(type);
    if (name != null) {
      called.add(name);
    } else if (state.table(type) != null) {
      called.add(NamedObjects.rowType(type));
    }
    return called;
  }

  private static ObjectName domain(TypeName type) {
    return ObjectName.of(ObjectKind.DOMAIN, type.name());
  }

  /// The policies of a table with row security, for those whom they apply to.
  ///
  /// @param commands what is done with the rows, without `ALL`
  List<Evaluated> ofPolicies(Table table, Set<PolicyCommand> commands) {
    var found = new ArrayList<Evaluated>();
    var alternatives = state.alternatives();
    if (table.rowSecurity().enabled()
        || alternatives.of(table.name(), Table.class).stream()
            .anyMatch(t -> t.rowSecurity().enabled())) {
      var policies = state.policies(table.name());
      policies.addAll(alternatives.partsOf(table.name(), RelationPart.Policy.class));
      for (var policy : policies) {
        if (policy.command() == PolicyCommand.ALL || commands.contains(policy.command())) {
          add(found, new Evaluated(policy.name(), policy.uses()));
        }
      }
    }
    return found;
  }

  Evaluated of(ObjectName owner, @Nullable ExpressionText expression) {
    if (expression == null) {
      return new Evaluated(owner, List.of());
    }
    var called = new LinkedHashSet<ObjectName>();
    var names = ExpressionNames.in(expression.tree());
    collect(names, called);
    if (owner.kind().isPartOfRelation()) {
      for (var field : names.fields()) {
        called.addAll(RowFunctions.called(state, owner.name(), field));
      }
      var schema = owner.name().schema();
      if (schema != null) {
        for (var field : names.innerFields()) {
          called.addAll(RowFunctions.called(state, schema, field));
        }
      }
    }
    return new Evaluated(owner, List.copyOf(called));
  }

  private void collect(@Nullable ExpressionText expression, Set<ObjectName> called) {
    if (expression != null) {
      collect(ExpressionNames.in(expression.tree()), called);
    }
  }

  private void collect(ExpressionNames names, Set<ObjectName> called) {
    names.functions().forEach(f -> called.addAll(state.routines(f)));
    names.operators().forEach(o -> called.addAll(state.operators(o)));
    names.types().forEach(t -> called.addAll(ofType(t)));
  }

  /// A base type's functions; the domain that a range is over.
  private static boolean isCalled(ObjectName used) {
    return used.kind().isRoutine() || used.kind() == ObjectKind.DOMAIN;
  }

  /// What evaluating an object of an expression calls: an operator, an aggregate, a domain.
  List<ObjectName> calledBy(ObjectName object) {
    var called = new LinkedHashSet<>(calledBy(object, state.get(object)));
    for (var earlier : state.alternatives().of(object, SchemaObject.class)) {
      called.addAll(calledBy(object, earlier));
    }
    return List.copyOf(called);
  }

  private List<ObjectName> calledBy(ObjectName object, @Nullable SchemaObject definition) {
    return switch (definition) {
      case DomainType domain -> {
        var called = new LinkedHashSet<ObjectName>();
        domain.checks().forEach(c -> collect(c.condition(), called));
        called.addAll(ofType(domain.base().name()));
        yield List.copyOf(called);
      }
      case CompositeType composite -> {
        var called = new LinkedHashSet<>(TypeCalls.of(state, object.name()));
        composite.fields().forEach(f -> called.addAll(ofType(f.type().name())));
        yield List.copyOf(called);
      }
      case EnumType _ -> TypeCalls.of(state, object.name());
      case OtherType other -> other.uses().stream().filter(RowExpressions::isCalled).toList();
      case Other other when isCalling(object.kind()) ->
          other.parts().stream().filter(p -> p.kind().isRoutine()).toList();
      case null -> object.kind() == ObjectKind.TYPE ? ofRow(object) : List.of();
      default -> List.of();
    };
  }

  private List<ObjectName> ofRow(ObjectName row) {
    var table = state.table(row.name());
    return table == null
        ? List.of()
        : state.columns(table).stream().flatMap(c -> ofType(c.type().name()).stream()).toList();
  }

  /// What a call evaluates besides the body: its arguments and its result are values of their
  /// types.
  List<ObjectName> around(Routine routine) {
    var called = new LinkedHashSet<ObjectName>();
    routine.arguments().forEach(a -> called.addAll(ofType(a.type().name())));
    routine.returnsTable().forEach(a -> called.addAll(ofType(a.type().name())));
    if (routine.returns() != null) {
      called.addAll(ofType(routine.returns().name()));
    }
    return List.copyOf(called);
  }

  /// The defaults of the arguments that a call leaves out.
  List<ObjectName> defaults(Routine routine, CallsRoutine call) {
    var called = new LinkedHashSet<ObjectName>();
    routine.arguments().stream()
        .filter(a -> RoutineReplay.isGiven(routine, a))
        .skip(call.arguments() - call.named().size())
        .filter(a -> a.name() == null || !call.named().contains(a.name()))
        .forEach(a -> collect(a.defaultValue(), called));
    return List.copyOf(called);
  }

  private static boolean isCalling(ObjectKind kind) {
    return kind == ObjectKind.AGGREGATE
        || kind == ObjectKind.OPERATOR
        || kind == ObjectKind.OPERATOR_CLASS
        || kind == ObjectKind.CAST;
  }

  private static void add(List<Evaluated> found, Evaluated evaluated) {
    if (!evaluated.called().isEmpty()) {
      found.add(evaluated);
    }
  }
}
