package dev.deed.lint.rule.failure;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.StatementPlace;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is certain of the schema where an effect is looked at. Names are as written, unless a
/// parameter says otherwise.
record Known(RuleView view) {

  static final String FROM_OUTSIDE =
      "if something other than the migrations makes it, add it to outside of the database in the ownership file";

  static boolean isSystemColumn(String name) {
    return SYSTEM_COLUMNS.contains(name);
  }

  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

  Catalog catalog() {
    return view.catalog();
  }

  int postgres() {
    return view.postgres();
  }

  /// Whether the statement certainly runs on an older version than that, among others.
  boolean runsBefore(int version) {
    return view.isVersionDeclared() && view.postgres() < version;
  }

  QualifiedName name(QualifiedName written) {
    return view.relation(written);
  }

  // Objects that certainly exist

  <T extends SchemaObject> Optional<T> certain(ObjectName name, Class<T> kind) {
    return catalog()
        .find(name)
        .filter(kind::isInstance)
        .filter(o -> catalog().isCertain(o.name()))
        .map(kind::cast);
  }

  Optional<ObjectName> relation(QualifiedName written) {
    return relationNamed(name(written));
  }

  /// @param name resolved
  Optional<ObjectName> relationNamed(QualifiedName name) {
    return catalog().relationNamed(name).filter(catalog()::isCertain);
  }

  Optional<Relation> object(QualifiedName written) {
    return relation(written).flatMap(n -> certain(n, Relation.class));
  }

  Optional<Table> table(QualifiedName written) {
    return relation(written).flatMap(n -> certain(n, Table.class));
  }

  Optional<Table> partitioned(QualifiedName written) {
    return table(written).filter(t -> t.partitionBy() != null);
  }

  Optional<TableColumn> column(QualifiedName written, String column) {
    return catalog().column(name(written), column).filter(c -> catalog().isCertain(c.name()));
  }

  /// The type of a column before the statement, if no subcommand of it gives the column another
  /// one: PostgreSQL changes types before it adds constraints.
  Optional<TypeName> typeOf(QualifiedName written, String column) {
    return subcommands(AltersColumnType.class).anyMatch(a -> a.column().equals(column))
        ? Optional.empty()
        : column(written, column).map(TableColumn::type);
  }

  /// Whether a statement with `IF NOT EXISTS` may find what it would create, and do nothing.
  boolean mayBeSkipped(Effect effect) {
    return switch (effect) {
      case CreatesTable e -> e.ifNotExists() && !isFree(catalog().created(e.table()), e.table());
      case CreatesSequence e ->
          e.ifNotExists() && !isFree(catalog().created(e.sequence()), e.sequence());
      case AddsColumn e -> {
        var table = name(e.table());
        yield e.ifNotExists()
            && !(catalog().hasAllColumns(table)
                && catalog().column(table, e.column().name()).isEmpty());
      }
      default -> false;
    };
  }

  private boolean isFree(QualifiedName created, QualifiedName written) {
    return catalog().relationNamed(created).isEmpty()
        && (catalog().isComplete() || isMissing(written));
  }

  // Objects that certainly do not exist

  boolean lacks(QualifiedName written, String column) {
    var name = name(written);
    return !SYSTEM_COLUMNS.contains(column) && lacksOwn(name, column);
  }

  /// @param relation resolved
  private boolean lacksOwn(QualifiedName relation, String column) {
    var isOfTable = catalog().table(relation).isPresent();
    // Most columns are there: that is asked first.
    if ((isOfTable && catalog().column(relation, column).isPresent())
        || isNamedElsewhere(column)
        || catalog().isMadeOutside(ObjectName.column(relation, column))) {
      return false;
    }
    if (isOfTable) {
      return catalog().hasAllColumns(relation);
    }
    return catalog()
        .view(relation)
        .filter(v -> catalog().isCertain(v.name()))
        .filter(Known::hasKnownColumns)
        .filter(v -> !v.columns().contains(column))
        .isPresent();
  }

  private static boolean hasKnownColumns(View view) {
    return !view.columns().isEmpty()
        && view.columns().stream().noneMatch(c -> c.isEmpty() || c.equals("*"));
  }

  /// Whether another subcommand of the same `ALTER TABLE` adds the column: PostgreSQL does not take
  /// them in the order of the text.
  private boolean isNamedElsewhere(String column) {
    return subcommands(AddsColumn.class).anyMatch(a -> a.column().name().equals(column));
  }

  /// The effects of the same statement.
  <E extends Effect> Stream<E> subcommands(Class<E> kind) {
    return view.statement().effects().stream().filter(kind::isInstance).map(kind::cast);
  }

  /// The tables of deed itself are not created by migrations.
  boolean isMissing(QualifiedName written) {
    return !"deed".equals(written.schema()) && catalog().isMissing(written);
  }

  boolean isMissingIndex(QualifiedName written) {
    return isMissing(written) && catalog().isMissingIndex(written);
  }

  // Words

  /// Where the object was created, or removed: `, created at file.sql:3`, or nothing.
  String created(ObjectName name) {
    return place(name).map(p -> ", created at " + p.text()).orElse("");
  }

  /// `it was dropped or renamed at file.sql:3`, or the words for a name that was never created.
  String gone(ObjectName name, String never) {
    return place(name).map(p -> "it was dropped or renamed at " + p.text()).orElse(never);
  }

  /// Whether a script has dropped or renamed it.
  boolean isGone(ObjectName name) {
    return place(name).isPresent();
  }

  private Optional<StatementPlace> place(ObjectName name) {
    return catalog().origin(name);
  }

  /// The advice for a name that means nothing.
  static String near(String name, Collection<String> candidates, String otherwise) {
    return Nearest.of(name, candidates).map(Known::meant).orElse(otherwise);
  }

  static String meant(String name) {
    return "did you mean %s?".formatted(Identifier.quoted(name));
  }

  String kindOf(ObjectName relation) {
    if (relation.kind() == ObjectKind.TABLE
        && catalog().table(relation.name()).filter(t -> t.partitionBy() != null).isPresent()) {
      return "partitioned table";
    }
    return relation.kind().words();
  }

  TypeName type(TypeName written) {
    return catalog().type(written);
  }

  /// Objects that exist, of the kinds.
  List<SchemaObject> dependants(ObjectName of, Predicate<SchemaObject> which) {
    return catalog().dependants(of).stream()
        .filter(which)
        .filter(o -> catalog().isCertain(o.name()))
        .toList();
  }
}
