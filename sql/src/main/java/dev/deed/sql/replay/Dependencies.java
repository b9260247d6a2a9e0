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
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      case View view -> view.reads().forEach(r -> named(dependencies, r));
      case Sequence sequence -> {
        if (sequence.ownedBy() != null) {
          dependencies.add(Dependency.part(sequence.ownedBy()));
        }
      }
      case Index index -> index(dependencies, index);
      case TableColumn column -> column(dependencies, column);
      case TableConstraint constraint -> constraint(dependencies, constraint);
      case Trigger trigger -> trigger(dependencies, trigger);
      case Rule rule -> {
        owner(dependencies, rule);
        uses(dependencies, rule, rule.uses());
      }
      case Policy policy -> {
        owner(dependencies, policy);
        expression(dependencies, policy.relation(), policy.using(), Dependency.Strength.NORMAL);
        expression(dependencies, policy.relation(), policy.check(), Dependency.Strength.NORMAL);
        uses(dependencies, policy, policy.uses());
      }
      case OutputColumn column -> owner(dependencies, column);
      case EnumType _, Extension _, DefaultPrivileges _, External _ -> {}
      case OtherType other -> other.uses().forEach(u -> use(dependencies, u));
      case CompositeType composite -> {
        composite.fields().forEach(f -> type(dependencies, f.type()));
        composite.fields().forEach(f -> collation(dependencies, f.collation()));
      }
      case DomainType domain -> domain(dependencies, domain);
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
    if (table.server() != null) {
      use(dependencies, ObjectName.of(ObjectKind.SERVER, table.server().name()));
    }
    if (table.partitionBy() != null) {
      for (var key : table.partitionBy().keys()) {
        collation(dependencies, key.collation());
        operatorClass(dependencies, table.qualifiedName(), key.operatorClass(), "btree");
        names(dependencies, key.expression());
      }
    }
  }

  private void domain(List<Dependency> dependencies, DomainType domain) {
    type(dependencies, domain.base());
    collation(dependencies, domain.collation());
    names(dependencies, domain.defaultValue());
    domain.checks().forEach(c -> names(dependencies, c.condition()));
  }

  /// What queries and expressions of a rule or a policy name, except its own table.
  private void uses(List<Dependency> dependencies, RelationPart part, List<ObjectName> uses) {
    for (var used : uses) {
      if (!used.kind().isRelation() || !used.name().equals(part.relation())) {
        named(dependencies, used);
      }
    }
  }

  /// A row type is its relation.
  private void named(List<Dependency> dependencies, ObjectName named) {
    var isRow = named.kind() == ObjectKind.TYPE && state.type(named.name()) == null;
    use(dependencies, isRow ? state.relation(named.name()) : named);
  }

  private static void collation(List<Dependency> dependencies, @Nullable QualifiedName collation) {
    if (collation != null) {
      use(dependencies, ObjectName.of(ObjectKind.COLLATION, collation));
    }
  }

  /// A class without a schema is one in the schema of the table, or an extension's.
  private void operatorClass(
      List<Dependency> dependencies,
      QualifiedName table,
      @Nullable QualifiedName operatorClass,
      String method) {
    if (operatorClass == null) {
      return;
    }
    var name =
        operatorClass.schema() == null
            ? QualifiedName.of(table.schema(), operatorClass.name())
            : operatorClass;
    var known = ObjectName.operators(ObjectKind.OPERATOR_CLASS, name, method);
    use(
        dependencies,
        state.has(known) ? known : BuiltIns.extensionOfOperatorClass(operatorClass.name()));
  }

  private void index(List<Dependency> dependencies, Index index) {
    part(dependencies, relation(index.table()));
    use(dependencies, BuiltIns.extensionOfAccessMethod(index.method()));
    if (index.constraint() != null) {
      part(dependencies, ObjectName.constraint(index.table(), index.constraint()));
    }
    if (index.parent() != null) {
      part(dependencies, relation(index.parent()));
    }
    elements(dependencies, index.table(), index.elements(), index.method());
    columns(dependencies, index.table(), index.include());
    expression(dependencies, index.table(), index.where(), Dependency.Strength.AUTO);
  }

  private void elements(
      List<Dependency> dependencies,
      QualifiedName table,
      List<IndexElement> elements,
      String method) {
    for (var element : elements) {
      collation(dependencies, element.collation());
      operatorClass(dependencies, table, element.operatorClass(), method);
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
    collation(dependencies, column.storage().collation());
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
        var elements = exclude.elements().stream().map(e -> e.element()).toList();
        elements(dependencies, table, elements, exclude.method());
        exclude.elements().stream()
            .map(e -> e.operator())
            .filter(o -> !BuiltIns.isOperator(o.name()))
            .flatMap(o -> state.operators(o).stream())
            .forEach(o -> use(dependencies, o));
        expression(dependencies, table, exclude.where(), Dependency.Strength.AUTO);
      }
    }
  }

  /// The unique constraint or index that a foreign key depends on: PostgreSQL takes the columns in
  /// any order.
  private @Nullable ObjectName keyOf(ForeignKey key) {
    var wanted = Set.copyOf(key.parentColumns());
    for (var constraint : state.constraints(key.parent())) {
      var columns =
          switch (constraint.rule()) {
            case PrimaryKey primary -> primary.columns();
            case Unique unique -> unique.columns();
            case Check _, NotNull _, ForeignKey _, Exclude _ -> List.<String>of();
          };
      if (!columns.isEmpty() && wanted.equals(Set.copyOf(columns))) {
        return constraint.name();
      }
    }
    var parent = state.relation(key.parent());
    return parent == null
        ? null
        : state.indexes(parent).stream()
            .filter(i -> isKey(i) && wanted.equals(columns(i)))
            .map(Index::name)
            .findFirst()
            .orElse(null);
  }

  private static boolean isKey(Index index) {
    return index.unique() && index.where() == null && index.constraint() == null;
  }

  private static Set<String> columns(Index index) {
    var columns = new HashSet<String>();
    index.elements().forEach(e -> columns.add(String.valueOf(e.column())));
    return columns;
  }

  private void trigger(List<Dependency> dependencies, Trigger trigger) {
    owner(dependencies, trigger);
    state.routines(trigger.function()).forEach(f -> use(dependencies, f));
    if (state.routines(trigger.function()).isEmpty()) {
      use(dependencies, BuiltIns.extensionOfFunction(trigger.function().name()));
    }
    names(dependencies, trigger.fires().when());
    trigger
        .fires()
        .columns()
        .forEach(c -> use(dependencies, SchemaState.columnName(trigger.relation(), c)));
    expression(
        dependencies, trigger.relation(), trigger.fires().when(), Dependency.Strength.NORMAL);
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
    routine.arguments().forEach(a -> names(dependencies, a.defaultValue()));
    var language = ObjectName.of(ObjectKind.LANGUAGE, routine.language());
    use(
        dependencies,
        state.has(language) ? language : BuiltIns.extensionOfLanguage(routine.language()));
    if (routine.body().atomic()) {
      var names = new NameResolution(state, routine.searchPath());
      for (var used : NamedObjects.in(routine.body().effects(), state, names)) {
        if (!used.equals(routine.name())) {
          named(dependencies, used);
        }
      }
    }
  }

  private void other(List<Dependency> dependencies, Other other) {
    var kind = other.name().kind();
    if (kind == ObjectKind.STATISTICS) {
      statistics(dependencies, other);
    }
    var part = kind == ObjectKind.STATISTICS || kind.isPartOfRelation();
    for (var of : other.parts()) {
      // What statistics compute with is not what they are a part of.
      var isUse = !part || !(of.kind().isRelation() || of.kind() == ObjectKind.COLUMN);
      if (kind == ObjectKind.LANGUAGE && !state.has(of)) {
        // Handlers are named without their arguments.
        state.routines(of.name()).forEach(f -> use(dependencies, f));
      }
      add(dependencies, isUse ? Dependency.use(of) : Dependency.part(of));
      if (of.kind() == ObjectKind.FOREIGN_DATA_WRAPPER) {
        use(dependencies, BuiltIns.extensionOfWrapper(of.name().name()));
      }
    }
  }

  /// Statistics go with each of their columns.
  private void statistics(List<Dependency> dependencies, Other statistics) {
    // Behind FROM is the table, which a column may be named like.
    var end = statistics.definition().lastIndexOf(" from ");
    var keys = statistics.definition().substring(0, Math.max(end, 0));
    var words = Set.copyOf(CanonicalWords.of(keys));
    for (var part : statistics.parts()) {
      var table = state.table(part.name());
      if (table != null) {
        columns(
            dependencies,
            table.qualifiedName(),
            table.columns().stream().filter(words::contains).toList());
      }
    }
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
    names(dependencies, names);
  }

  /// Functions, types, operators and so on, but no columns.
  private void names(List<Dependency> dependencies, @Nullable ExpressionText expression) {
    if (expression != null) {
      names(dependencies, ExpressionNames.in(expression.tree()));
    }
  }

  boolean names(ExpressionText expression, ObjectName object) {
    var dependencies = new ArrayList<Dependency>();
    names(dependencies, expression);
    return dependencies.contains(Dependency.use(object));
  }

  private void names(List<Dependency> dependencies, ExpressionNames names) {
    for (var function : names.functions()) {
      var routines = state.routines(function);
      routines.forEach(r -> use(dependencies, r));
      if (routines.isEmpty()) {
        use(dependencies, BuiltIns.extensionOfFunction(function.name()));
      }
    }
    for (var relation : names.relations()) {
      use(dependencies, relation(relation));
    }
    for (var type : names.types()) {
      var known = typeOrRelation(type);
      use(dependencies, known == null ? BuiltIns.extensionOf(type.name()) : known);
    }
    names.collations().forEach(c -> collation(dependencies, c));
    for (var operator : names.operators()) {
      state.operators(operator).forEach(o -> use(dependencies, o));
    }
    names.textSearch().stream().filter(state::has).forEach(o -> use(dependencies, o));
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
