package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A read-only view of a reader's state while it reads. Its arguments are resolved names: resolve a
/// name from a statement with `relation`, `type` or `object` first.
public final class Catalog {

  private final ReplaySession surrounding;
  private final SchemaState state;

  Catalog(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  // Names, in the search path as it is now

  /// The relation that a name means, whether the state knows it or not.
  public QualifiedName relation(QualifiedName written) {
    return surrounding.names().relation(written);
  }

  /// The full name of a relation that is created under this name.
  public QualifiedName created(QualifiedName written) {
    return surrounding.names().created(written);
  }

  /// The full name of a routine that is created, with the types that identify it.
  public ObjectName created(CreatesRoutine creates) {
    return RoutineReplay.name(creates, surrounding.names());
  }

  public TypeName type(TypeName written) {
    return surrounding.names().type(written);
  }

  /// The object, with its kind according to the state.
  public ObjectName object(ObjectName written) {
    return surrounding.names().object(written);
  }

  // Objects

  public Optional<SchemaObject> find(ObjectName name) {
    return Optional.ofNullable(state.get(name));
  }

  /// A relation of any kind, with its kind.
  public Optional<ObjectName> relationNamed(QualifiedName name) {
    return Optional.ofNullable(state.relation(name));
  }

  /// The relations in the schema, except indexes.
  public List<ObjectName> relationsIn(String schema) {
    return state.objects().stream()
        .map(SchemaObject::name)
        .filter(n -> n.kind().isRelation() && n.kind() != ObjectKind.INDEX)
        .filter(n -> schema.equals(n.name().schema()))
        .toList();
  }

  /// The relation of the same schema, not an index, whose name is nearest to that of a missing one.
  public Optional<String> nearestRelation(QualifiedName missing) {
    return state.nearestRelation(String.valueOf(missing.schema()), missing.name());
  }

  public Optional<Table> table(QualifiedName name) {
    return Optional.ofNullable(state.table(name));
  }

  public Optional<View> view(QualifiedName name) {
    return Optional.ofNullable(state.view(name));
  }

  public Optional<Index> index(QualifiedName name) {
    return Optional.ofNullable(state.index(name));
  }

  public Optional<Sequence> sequence(QualifiedName name) {
    return Optional.ofNullable(state.sequence(name));
  }

  public Optional<DataType> type(QualifiedName name) {
    var found = state.type(name);
    return found != null && state.get(found) instanceof DataType type
        ? Optional.of(type)
        : Optional.empty();
  }

  /// Whether there is any object of that kind.
  public boolean hasAny(ObjectKind kind) {
    return state.hasAny(kind);
  }

  /// The names of all objects of that kind.
  public List<ObjectName> objects(ObjectKind kind) {
    return state.objects().stream().map(SchemaObject::name).filter(n -> n.kind() == kind).toList();
  }

  /// All routines of that name, with any arguments.
  public List<Routine> routines(QualifiedName name) {
    return state.routines(name).stream()
        .map(state::get)
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .toList();
  }

  /// All routines and aggregates, or all operators, of that name, with any arguments.
  public List<ObjectName> overloads(ObjectName name) {
    return name.kind() == ObjectKind.OPERATOR
        ? state.operators(name.name())
        : List.copyOf(state.routines(name.name()));
  }

  /// All routines that a call may mean, with any arguments; empty for built-in ones.
  ///
  /// @param written the name as in the call
  public List<Routine> called(QualifiedName written) {
    return routines(surrounding.names().function(written));
  }

  /// The routines and aggregates of that name that a call may mean, if there are certainly no
  /// others; empty if that is not known, or if there is none.
  ///
  /// @param written the name as in the call
  public List<ObjectName> certainlyAll(QualifiedName written) {
    return new Absences(state).isOnlyCreated(written)
        ? surrounding.names().functions(written).stream().filter(this::isCertain).toList()
        : List.of();
  }

  /// Whether a call with that many arguments can mean one of the routines.
  public boolean fits(Routine routine, int arguments) {
    return RoutineReplay.fits(routine, arguments);
  }

  // Parts of relations

  public Optional<TableColumn> column(QualifiedName table, String column) {
    return Optional.ofNullable(state.column(table, column));
  }

  public List<TableColumn> columns(QualifiedName table) {
    var found = state.table(table);
    return found == null ? List.of() : state.columns(found);
  }

  /// The columns of a table or view that a statement may read, judged by its words: never too few.
  /// Empty if they are not known, or if it uses whole rows.
  ///
  /// @param relations that the statement reaches
  public Optional<Set<String>> columnsNamed(
      String statement, QualifiedName relation, Collection<ObjectName> relations) {
    var own = source(relation);
    if (own == null) {
      return Optional.empty();
    }
    var all =
        relations.stream()
            .map(r -> source(r.name()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    all.add(own);
    return Optional.ofNullable(
        QueryColumns.of(StatementWords.of(statement), own, List.copyOf(all)));
  }

  private QueryColumns.@Nullable Source source(QualifiedName relation) {
    var table = state.table(relation);
    if (table != null) {
      return QueryColumns.Source.of(table);
    }
    var view = state.view(relation);
    return view == null || view.columns().contains("*")
        ? null
        : new QueryColumns.Source(relation, view.columns());
  }

  public Optional<TableConstraint> constraint(QualifiedName table, String constraint) {
    return Optional.ofNullable(state.constraint(table, constraint));
  }

  public List<TableConstraint> constraints(QualifiedName table) {
    return state.constraints(table);
  }

  public List<Trigger> triggers(QualifiedName table) {
    return state.triggers(ObjectName.table(table));
  }

  public List<RelationPart.Policy> policies(QualifiedName table) {
    return state.policies(ObjectName.table(table));
  }

  public List<Index> indexes(QualifiedName relation) {
    return relationNamed(relation).map(state::indexes).orElse(List.of());
  }

  /// Foreign keys of all tables that reference this one.
  public List<TableConstraint> foreignKeysTo(QualifiedName table) {
    return relationNamed(table).map(state::foreignKeysTo).orElse(List.of());
  }

  /// Partitions and tables that inherit, one level down.
  public List<Table> children(QualifiedName table) {
    return relationNamed(table).map(state::children).orElse(List.of());
  }

  public List<Table> defaultPartitions(QualifiedName table) {
    return relationNamed(table).map(state::defaultPartitions).orElse(List.of());
  }

  public List<View> viewsOver(QualifiedName relation) {
    return relationNamed(relation).map(state::viewsOver).orElse(List.of());
  }

  /// All objects that depend on the object: views of a table or column, its constraints, defaults
  /// that call a function.
  public List<SchemaObject> dependants(ObjectName of) {
    return state.dependants(of);
  }

  /// The objects that the object depends on.
  public List<ObjectName> dependencies(ObjectName of) {
    return state.dependencies(of).stream().map(Dependency::on).distinct().toList();
  }

  /// True if a dependant is dropped with the object even without `CASCADE`.
  public boolean isPart(SchemaObject dependant, ObjectName of) {
    return state.strength(dependant.name(), of) == Dependency.Strength.AUTO;
  }

  /// True if `CASCADE` drops only a column's default and keeps the column.
  public boolean losesDefaultOnly(SchemaObject dependant, ObjectName gone) {
    return dependant instanceof TableColumn column && Cascades.losesDefaultOnly(column, gone);
  }

  // Settings

  /// The value that the script set for the parameter and that is in effect now; empty if it set
  /// none.
  public Optional<String> setting(String parameter) {
    return Optional.ofNullable(surrounding.session().setting(parameter));
  }

  // Age

  /// The number of the statement being read, counted over all scripts of the reader.
  public int statementNumber() {
    return state.statementNumber();
  }

  /// The number of the statement that created the object, -1 if no statement read so far did: it is
  /// unknown, or existed before.
  public int creation(ObjectName name) {
    return state.createdAt(name);
  }

  /// The same for the first object of that name: one that was dropped and recreated counts as old.
  public int firstCreation(ObjectName name) {
    return state.firstCreatedAt(name);
  }

  /// A number that identifies a relation, which it keeps when it or its schema is renamed; -1 for
  /// an unknown object and one that is not a relation.
  public int identity(ObjectName relation) {
    return state.identity(relation);
  }

  /// The present or last name of a relation.
  public ObjectName lastName(int identity) {
    return state.lastName(identity);
  }

  // Certainty

  /// Whether the scripts began with an empty database, and nothing unseen has changed it.
  public boolean isComplete() {
    return state.certainty().isComplete();
  }

  /// Whether the object, which the state has, certainly exists as the state has it. A part of a
  /// relation is as certain as its relation.
  public boolean isCertain(ObjectName name) {
    var certainty = state.certainty();
    return state.has(name)
        && certainty.isCertain(name)
        && (!name.kind().isPartOfRelation()
            || certainty.isCertain(Certainty.relation(name.name())));
  }

  /// Whether the state has all columns of the relation.
  public boolean hasAllColumns(QualifiedName relation) {
    var certainty = state.certainty();
    var name = state.relation(relation);
    if (name == null || !isCertain(name) || certainty.isOpen(name)) {
      return false;
    }
    for (var column : columns(relation)) {
      if (!certainty.isCertain(column.name())) {
        return false;
      }
    }
    return true;
  }

  /// Whether there is certainly no relation of that name.
  ///
  /// @param written the name as in the statement
  public boolean isMissing(QualifiedName written) {
    return new Absences(state).isMissing(written, surrounding.names());
  }

  /// Whether there is certainly no such index: tables from outside may have indexes of any name.
  ///
  /// @param written the name as in the statement
  public boolean isMissingIndex(QualifiedName written) {
    var index = ObjectName.of(ObjectKind.INDEX, surrounding.names().relation(written));
    return isMissing(written)
        && (state.certainty().isGone(index) || !state.certainty().isFromOutside(index));
  }

  /// Whether there is certainly no type of that name.
  public boolean isMissingType(TypeName type) {
    return new Absences(state).isMissingType(surrounding.names().type(type), surrounding.names());
  }

  /// Whether there is certainly no function or procedure of that name.
  ///
  /// @param written the name as in the call
  public boolean isMissingRoutine(QualifiedName written) {
    return new Absences(state).isMissingRoutine(surrounding.names().function(written));
  }

  /// Whether no script created a function of that name, whatever its schema and arguments, and none
  /// may have come unseen: it can only mean those of PostgreSQL itself.
  public boolean hasOnlyBuiltIn(String function) {
    return state.certainty().isUndoubted() && !state.hasRoutineNamed(function);
  }

  /// Whether an object that is not a relation, nor in a schema, is certainly not there.
  public boolean isMissingObject(ObjectName name) {
    return !state.has(name)
        && (state.certainty().isGone(name) || state.certainty().isNeverCreated(name));
  }

  /// Whether the extension is certainly not there.
  public boolean isMissingExtension(String extension) {
    var name = ObjectName.of(ObjectKind.EXTENSION, extension);
    return !state.has(name) && state.certainty().isNeverCreated(name);
  }

  /// Whether there is certainly no schema of that name.
  public boolean isMissingSchema(String schema) {
    return new Absences(state).isMissingSchema(schema);
  }

  /// Whether a part of a relation, whose parts are all known, certainly does not exist.
  public boolean isMissingPart(ObjectName part) {
    return !state.has(part) && !state.certainty().isDoubtful(part) && !isMadeOutside(part);
  }

  /// Whether the part of a relation exists although no script created it, and none removed it.
  public boolean isMadeOutside(ObjectName part) {
    return state.certainty().isOutside(part) && !state.certainty().isGone(part);
  }

  /// Whether a statement removed the object, and nothing may have created it since.
  public boolean isGone(ObjectName name) {
    return !state.has(name) && state.certainty().isGone(name);
  }

  /// The statement that created the object, or removed one that is gone; empty if it is unknown.
  public Optional<StatementPlace> origin(ObjectName name) {
    return Optional.ofNullable(state.certainty().origin(name));
  }
}
