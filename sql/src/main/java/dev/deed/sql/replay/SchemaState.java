package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.External;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All objects during the replay, indexed by name and by dependency.
public final class SchemaState {

  private static final Set<ObjectKind> TABLES =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);
  private static final Set<ObjectKind> VIEWS =
      EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);
  private static final Set<ObjectKind> INDEXES = EnumSet.of(ObjectKind.INDEX);
  private static final Set<ObjectKind> SEQUENCES = EnumSet.of(ObjectKind.SEQUENCE);

  private final Map<ObjectName, SchemaObject> objects = new LinkedHashMap<>();

  /// How many objects of each kind there are, by its ordinal.
  private final int[] ofKind = new int[ObjectKind.values().length];

  private final Map<QualifiedName, ObjectName> relations = new HashMap<>();
  private final RelationWords relationWords = new RelationWords();
  private final Map<QualifiedName, ObjectName> types = new HashMap<>();
  private final Map<QualifiedName, Set<ObjectName>> routines = new HashMap<>();

  /// How many routines have that name without a schema.
  private final Map<String, Integer> routineNames = new HashMap<>();

  /// Operators by the name without a schema.
  private final Map<String, Set<ObjectName>> operators = new HashMap<>();

  private final Set<ObjectName> operatorsAndCasts = new LinkedHashSet<>();

  /// Constraints, triggers, rules and policies, by relation.
  private final Map<QualifiedName, Set<ObjectName>> parts = new HashMap<>();

  private final Map<QualifiedName, Integer> constraintNames = new HashMap<>();
  private final DefaultPartitions defaultPartitions = new DefaultPartitions();
  private final DependencyIndex dependencies = new DependencyIndex(this);
  private final Ages ages = new Ages();
  private final Journal journal = new Journal();
  private final Certainty certainty = new Certainty();
  private final Alternatives alternatives = new Alternatives();
  private boolean undoing;

  /// Temporary relations created in a branch that may not have been taken.
  private final Set<QualifiedName> uncertain = new HashSet<>();

  /// Created in a branch that may not have been taken: a name may mean an object in a later schema
  /// of the search path.
  private final Set<ObjectName> perhaps = new HashSet<>();

  private boolean hasTemporary;
  private boolean knewTemporary;
  private int removals;

  /// False for a dump: the age and the former names of what it creates are not needed.
  private boolean keepsAges = true;

  /// Null but for a dump, which is large and is not read for the places in it.
  private @Nullable SharedFacts facts;

  /// Objects that were created after a statement had changed them, in a dump.
  private final Set<ObjectName> createdLate = new LinkedHashSet<>();

  public Collection<SchemaObject> objects() {
    return Collections.unmodifiableCollection(objects.values());
  }

  @Nullable SchemaObject get(ObjectName name) {
    return objects.get(name);
  }

  boolean has(ObjectName name) {
    return objects.containsKey(name);
  }

  boolean hasAny(ObjectKind kind) {
    return ofKind[kind.ordinal()] > 0;
  }

  /// Adds the object, or replaces the one with its name.
  void put(SchemaObject changed) {
    var object = facts == null ? changed : facts.of(changed);
    var name = object.name();
    if (!(object instanceof External)) {
      noteLate(name);
    }
    var before = objects.put(name, object);
    if (journal.isOpen()) {
      journal.add(name, before, ages.of(name));
    }
    if (before == null) {
      var temporary = NameResolution.TEMPORARY.equals(name.name().schema());
      knewTemporary |= temporary;
      hasTemporary |= temporary;
      list(name);
      if (keepsAges) {
        ages.created(name);
        certainty.created(name);
        if (!certainty.isConditional()) {
          alternatives.settle(name);
          perhaps.remove(name);
        } else if (!undoing) {
          perhaps.add(name);
        }
      }
    } else {
      if (name.kind().isRelation()) {
        // PostgreSQL would not have both: a view of that name may have been created since. An equal
        // name stays: it is the very key in `objects`, which is found without comparing texts.
        if (!name.equals(relations.get(name.name()))) {
          relations.put(name.name(), name);
          relationWords.changed(name.name(), name);
        }
      }
      if (keepsAges) {
        certainty.changed(name);
        noteAlternative(before, object);
      }
    }
    defaultPartitions.changed(before, object);
    dependencies.put(object);
  }

  private void noteAlternative(SchemaObject before, @Nullable SchemaObject after) {
    if (!undoing) {
      alternatives.changed(before, after, certainty.isConditional());
    }
  }

  Alternatives alternatives() {
    return alternatives;
  }

  /// A relation may have been changed as a table before it is created as a view.
  private void noteLate(ObjectName name) {
    var known = name.kind().isRelation() ? relations.getOrDefault(name.name(), name) : name;
    if (objects.get(known) instanceof External) {
      createdLate.add(known);
    }
  }

  /// Keeps only what most dumps need, before the first object.
  void readsDump() {
    keepsAges = false;
    dependencies.keepsOnlyRelations();
    facts = new SharedFacts();
  }

  /// Frees memory when nothing more is to be read.
  void forgetDependencies() {
    dependencies.forget();
    parts.clear();
    constraintNames.clear();
  }

  Set<ObjectName> createdLate() {
    return createdLate;
  }

  /// The types, routines and relations that definitions have come to use since the last call,
  /// without a clause of their own for it: as the type of a column, in a default.
  List<ObjectName> takeUses() {
    return dependencies.takeUses();
  }

  // Transactions

  Journal journal() {
    return journal;
  }

  Certainty certainty() {
    return certainty;
  }

  /// Undoes changes. Objects from before the transaction keep their age.
  void undo(List<Journal.Change> changes) {
    var was = certainty.isConditional();
    certainty.conditional(true);
    undoing = true;
    for (var change : changes) {
      if (change.before() == null) {
        remove(change.name());
      } else {
        put(change.before());
        ages.restore(change.name(), change.age());
      }
    }
    undoing = false;
    certainty.conditional(was);
  }

  // Age

  /// -1 for an unknown object and one that is not a relation.
  int identity(ObjectName relation) {
    return ages.identity(relation);
  }

  ObjectName lastName(int identity) {
    return ages.lastName(identity);
  }

  void startScript() {
    ages.startScript();
  }

  void startStatement(StatementPlace place) {
    ages.startStatement();
    if (keepsAges) {
      certainty.startStatement(place);
    }
  }

  void forgetCreations() {
    ages.forgetCreations();
  }

  /// True if it was created earlier in this script; a part of a relation has its relation's age.
  boolean isFresh(ObjectName name) {
    return ages.isFresh(wholeOf(name));
  }

  boolean isCreated(ObjectName name) {
    return ages.createdAt(wholeOf(name)) >= 0;
  }

  int statementNumber() {
    return ages.statement();
  }

  /// The number of the statement that created it, -1 for none.
  int createdAt(ObjectName name) {
    return ages.createdAt(name);
  }

  /// The number of the statement that first created an object of that name, -1 for none.
  int firstCreatedAt(ObjectName name) {
    return ages.firstCreatedAt(name);
  }

  /// Itself, or for a part its relation.
  private @Nullable ObjectName wholeOf(ObjectName name) {
    return name.kind().isPartOfRelation() ? relations.get(name.name()) : name;
  }

  /// Stores objects under their new names; they keep their age.
  void replace(List<SchemaObject> before, List<SchemaObject> after) {
    var kept = before.stream().map(o -> ages.of(o.name())).toList();
    var firsts = before.stream().map(o -> ages.firstCreatedAt(o.name())).toList();
    var known = before.stream().map(o -> certainty.known(o.name())).toList();
    before.forEach(o -> remove(o.name()));
    for (var i = 0; i < after.size(); i++) {
      var name = after.get(i).name();
      var isNewName = ages.firstCreatedAt(name) < 0;
      put(after.get(i));
      ages.restore(name, kept.get(i));
      certainty.restore(name, known.get(i));
      if (isNewName) {
        ages.firstCreated(name, firsts.get(i));
      }
    }
  }

  /// The number of objects removed so far: while it is the same, no name has become free.
  int removals() {
    return removals;
  }

  /// True if anything was ever temporary: usually nothing is, which saves a search.
  boolean knewTemporary() {
    return knewTemporary;
  }

  /// The temporary relation may not exist: its name may mean a relation in another schema.
  void makeUncertain(QualifiedName temporary) {
    uncertain.add(temporary);
  }

  boolean isCertain(QualifiedName temporary) {
    return !uncertain.contains(temporary);
  }

  /// Whether the object may not exist.
  boolean isPerhaps(@Nullable ObjectName name) {
    return name != null && perhaps.contains(name);
  }

  /// True if a temporary object was created since the last call.
  boolean takeTemporary() {
    var had = hasTemporary;
    hasTemporary = false;
    return had;
  }

  /// Removes the object only.
  void remove(ObjectName name) {
    var before = objects.remove(name);
    if (before == null) {
      return;
    }
    removals++;
    perhaps.remove(name);
    ofKind[name.kind().ordinal()]--;
    if (keepsAges) {
      certainty.removed(name);
      noteAlternative(before, null);
    }
    if (journal.isOpen()) {
      journal.add(name, before, ages.of(name));
    }
    if (undoing || !certainty.isConditional()) {
      ages.removed(name);
    }
    if (name.kind().isRelation()) {
      uncertain.remove(name.name());
    }
    defaultPartitions.changed(before, null);
    dependencies.remove(name);
    if (relations.remove(name.name(), name)) {
      relationWords.changed(name.name(), null);
    }
    types.remove(name.name(), name);
    if (name.kind() == ObjectKind.CONSTRAINT) {
      constraintNames.merge(constraintKey(name), -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    if (name.kind().isPartOfRelation()) {
      parts.getOrDefault(name.name(), new LinkedHashSet<>()).remove(name);
    }
    if (name.kind().isRoutine()) {
      routines.getOrDefault(name.name(), new LinkedHashSet<>()).remove(name);
      routineNames.merge(name.name().name(), -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    if (name.kind() == ObjectKind.OPERATOR || name.kind() == ObjectKind.CAST) {
      operatorsAndCasts.remove(name);
    }
    if (name.kind() == ObjectKind.OPERATOR) {
      operators.getOrDefault(name.name().name(), new LinkedHashSet<>()).remove(name);
    }
  }

  private void list(ObjectName name) {
    var kind = name.kind();
    ofKind[kind.ordinal()]++;
    if (kind.isRelation()) {
      relations.put(name.name(), name);
      relationWords.changed(name.name(), name);
    } else if (kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN) {
      types.put(name.name(), name);
    } else if (kind.isRoutine()) {
      routines.computeIfAbsent(name.name(), _ -> new LinkedHashSet<>()).add(name);
      routineNames.merge(name.name().name(), 1, Integer::sum);
    } else if (kind == ObjectKind.OPERATOR) {
      operators.computeIfAbsent(name.name().name(), _ -> new LinkedHashSet<>()).add(name);
    } else if (kind.isPartOfRelation() && kind != ObjectKind.COLUMN) {
      parts.computeIfAbsent(name.name(), _ -> new LinkedHashSet<>(2)).add(name);
    }
    if (kind == ObjectKind.OPERATOR || kind == ObjectKind.CAST) {
      operatorsAndCasts.add(name);
    }
    if (kind == ObjectKind.CONSTRAINT) {
      constraintNames.merge(constraintKey(name), 1, Integer::sum);
    }
  }

  private static QualifiedName constraintKey(ObjectName constraint) {
    return constraint.name().renamed(constraint.own());
  }

  /// True if a table in that schema has a constraint of that name.
  boolean hasConstraintNamed(QualifiedName name) {
    return constraintNames.containsKey(name);
  }

  /// The relation of the schema, not an index, whose name is nearest to that one.
  Optional<String> nearestRelation(String schema, String name) {
    return relationWords.nearest(schema, name, relations);
  }

  @Nullable ObjectName relation(QualifiedName name) {
    return relations.get(name);
  }

  @Nullable ObjectName type(QualifiedName name) {
    return types.get(name);
  }

  Set<ObjectName> routines(QualifiedName name) {
    return routines.getOrDefault(name, Set.of());
  }

  /// Whether a routine has that name, in whatever schema and with whatever arguments.
  boolean hasRoutineNamed(String name) {
    return routineNames.containsKey(name);
  }

  /// The operators of that name for any operands; in any schema if the name has none.
  List<ObjectName> operators(QualifiedName name) {
    return operators.getOrDefault(name.name(), Set.of()).stream()
        .filter(o -> name.schema() == null || name.schema().equals(o.name().schema()))
        .toList();
  }

  Set<ObjectName> operatorsAndCasts() {
    return operatorsAndCasts;
  }

  @Nullable Table table(QualifiedName name) {
    return relation(name, Table.class);
  }

  @Nullable View view(QualifiedName name) {
    return relation(name, View.class);
  }

  @Nullable Index index(QualifiedName name) {
    return relation(name, Index.class);
  }

  @Nullable Sequence sequence(QualifiedName name) {
    return relation(name, Sequence.class);
  }

  private <T extends Relation> @Nullable T relation(QualifiedName name, Class<T> kind) {
    var found = relations.get(name);
    var object = found == null ? null : objects.get(found);
    return kind.isInstance(object) ? kind.cast(object) : null;
  }

  @Nullable TableColumn column(QualifiedName table, String column) {
    return objects.get(columnName(table, column)) instanceof TableColumn found ? found : null;
  }

  @Nullable TableConstraint constraint(QualifiedName table, String constraint) {
    var name = ObjectName.constraint(table, constraint);
    return objects.get(name) instanceof TableConstraint found ? found : null;
  }

  static ObjectName columnName(QualifiedName table, String column) {
    return ObjectName.column(table, column);
  }

  /// Whether any relation has a column of that name.
  boolean hasColumnNamed(String column) {
    return objects.keySet().stream()
        .anyMatch(n -> n.kind() == ObjectKind.COLUMN && n.own().equals(column));
  }

  List<Dependency> dependencies(ObjectName of) {
    return dependencies.of(of);
  }

  /// A snapshot: the caller may change the state while using it.
  List<SchemaObject> dependants(ObjectName of) {
    var names = dependencies.dependants(of);
    if (names.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<SchemaObject>(names.size());
    for (var name : names) {
      var object = objects.get(name);
      if (object != null) {
        found.add(object);
      }
    }
    return found;
  }

  private <T extends Relation> List<T> relationsOn(
      ObjectName on, Set<ObjectKind> kinds, Class<T> type) {
    var found = new ArrayList<T>();
    for (var name : dependencies.relationsOn(on)) {
      var object = kinds.contains(name.kind()) ? objects.get(name) : null;
      if (type.isInstance(object)) {
        found.add(type.cast(object));
      }
    }
    return found;
  }

  /// True if the expression names the object.
  boolean names(ExpressionText expression, ObjectName object) {
    return dependencies.names(expression, object);
  }

  /// The strongest dependency of `dependant` on `on`.
  Dependency.Strength strength(ObjectName dependant, ObjectName on) {
    return dependencies.of(dependant).contains(Dependency.part(on))
        ? Dependency.Strength.AUTO
        : Dependency.Strength.NORMAL;
  }

  List<TableColumn> columns(Table table) {
    var columns = new ArrayList<TableColumn>(table.columns().size());
    for (var name : table.columns()) {
      var column = column(table.qualifiedName(), name);
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  List<TableConstraint> constraints(Relation table) {
    return constraints(table.qualifiedName());
  }

  List<TableConstraint> constraints(QualifiedName table) {
    return parts(table, TableConstraint.class);
  }

  private <T extends SchemaObject> List<T> parts(QualifiedName relation, Class<T> kind) {
    var found = new ArrayList<T>();
    for (var name : parts.getOrDefault(relation, Set.of())) {
      var object = objects.get(name);
      if (kind.isInstance(object)) {
        found.add(kind.cast(object));
      }
    }
    return found;
  }

  /// Foreign keys of any table that reference this one.
  List<TableConstraint> foreignKeysTo(ObjectName table) {
    var found = new ArrayList<TableConstraint>();
    for (var name : dependencies.knownDependants(table)) {
      if (name.kind() == ObjectKind.CONSTRAINT
          && objects.get(name) instanceof TableConstraint constraint
          && constraint.rule() instanceof ForeignKey key
          && key.parent().equals(table.name())) {
        found.add(constraint);
      }
    }
    return found;
  }

  List<Index> indexes(ObjectName relation) {
    var found = relationsOn(relation, INDEXES, Index.class);
    found.removeIf(index -> !index.table().equals(relation.name()));
    return found;
  }

  List<Trigger> triggers(ObjectName relation) {
    return parts(relation.name(), Trigger.class);
  }

  List<RelationPart.Rule> rules(ObjectName relation) {
    return parts(relation.name(), RelationPart.Rule.class);
  }

  List<RelationPart.Policy> policies(ObjectName relation) {
    return parts(relation.name(), RelationPart.Policy.class);
  }

  /// Partitions and tables that inherit, one level down.
  List<Table> children(ObjectName table) {
    return relationsOn(table, TABLES, Table.class);
  }

  List<Table> defaultPartitions(ObjectName table) {
    return defaultPartitions.of(table, this);
  }

  /// Indexes, children and views, with nothing copied.
  Set<ObjectName> namesOfRelationsOn(ObjectName relation) {
    return dependencies.relationsOn(relation);
  }

  List<View> viewsOver(ObjectName relation) {
    return relationsOn(relation, VIEWS, View.class);
  }

  /// The sequences owned by any of the table's columns.
  List<Sequence> sequencesOf(Table table) {
    var found = new ArrayList<Sequence>();
    for (var column : table.columns()) {
      found.addAll(sequencesOf(columnName(table.qualifiedName(), column)));
    }
    return found;
  }

  List<Sequence> sequencesOf(ObjectName column) {
    return relationsOn(column, SEQUENCES, Sequence.class);
  }
}
