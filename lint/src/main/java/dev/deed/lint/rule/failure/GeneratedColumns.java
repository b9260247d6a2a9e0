package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsNotNull;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Generated and identity columns, defaults and `NOT NULL`, where they exclude each other.
final class GeneratedColumns implements Refusals {

  private static final int SETS_EXPRESSION = 17;
  private static final int VIRTUAL = 18;

  /// The last version that is known to refuse another expression of a virtual column in use.
  private static final int LAST_TO_REFUSE = 18;

  private static final Set<String> NUMBERED =
      Set.of("smallint", "integer", "bigint", "smallserial", "serial", "bigserial");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsColumn.class,
        AltersColumn.class,
        SetsDefault.class,
        DropsNotNull.class,
        CreatesIndex.class,
        AddsConstraint.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e -> table(e, known);
      case AddsColumn e -> definition(e.column(), known).or(() -> added(e, known));
      case AltersColumn e -> altered(e, known);
      case SetsDefault e -> setsDefault(e, known);
      case DropsNotNull e -> dropsNotNull(e, known);
      case CreatesIndex e -> index(e, known);
      case AddsConstraint e -> constraint(e, known);
      default -> Optional.empty();
    };
  }

  // Definitions

  private static Optional<Refusal> definition(Column column, Known known) {
    var generated = column.generated();
    var identity = column.identity();
    var type = column.type();
    if (generated != null && !generated.stored() && known.runsBefore(VIRTUAL)) {
      return Refusal.of(
          column.span(),
          "virtual generated columns exist only from PostgreSQL %d on".formatted(VIRTUAL),
          "write STORED");
    }
    if (generated != null && column.defaultValue() != null) {
      return both(column.span(), "a default", "a generation expression");
    }
    if (identity != null && column.defaultValue() != null) {
      return both(column.span(), "a default", "an identity");
    }
    if (identity != null && generated != null) {
      return both(column.span(), "an identity", "a generation expression");
    }
    return identity != null && type != null && isNotNumbered(known.type(type))
        ? Refusal.of(
            column.span(),
            "an identity column is smallint, integer or bigint, and %s is %s"
                .formatted(column.name(), type.text()),
            "make the column bigint")
        : Optional.empty();
  }

  private static boolean isNotNumbered(TypeName type) {
    return Types.isBuiltIn(type)
        && (type.arrayDimensions() > 0 || !NUMBERED.contains(type.name().name()));
  }

  private static Optional<Refusal> both(Span span, String one, String other) {
    return Refusal.of(
        span, "a column has %s or %s, not both".formatted(one, other), "remove one of the two");
  }

  private static Optional<Refusal> table(CreatesTable effect, Known known) {
    var definition = effect.definition();
    var generated = new HashMap<String, Boolean>();
    for (var column : definition.columns()) {
      var found = definition(column, known);
      if (found.isPresent()) {
        return found;
      }
      if (column.generated() != null) {
        generated.put(column.name(), column.generated().stored());
      }
    }
    return generated.isEmpty()
        ? Optional.empty()
        : references(definition.columns(), effect.table().name(), generated.keySet())
            .or(() -> keys(definition, generated))
            .or(() -> partitioned(effect, generated));
  }

  private static Optional<Refusal> references(
      List<Column> columns, String table, Set<String> generated) {
    for (var column : columns) {
      if (column.generated() != null) {
        for (var name : Columns.in(column.generated().expression(), table)) {
          if (generated.contains(name)) {
            return generatedOfGenerated(column, name);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> generatedOfGenerated(Column column, String other) {
    return Refusal.of(
        column.span(),
        "%s is generated, and so is %s, which its expression names".formatted(column.name(), other),
        "repeat the expression of %s instead of its name".formatted(other));
  }

  private static Optional<Refusal> partitioned(
      CreatesTable effect, Map<String, Boolean> generated) {
    for (var name : PartitionKeys.of(effect.definition().partitionBy(), effect.table().name())) {
      if (generated.containsKey(name)) {
        return Refusal.of(
            effect.span(),
            "%s is generated, and tables are not partitioned by generated columns".formatted(name),
            "partition by a plain column");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> keys(
      TableDefinition definition, Map<String, Boolean> generated) {
    for (var constraint : definition.constraints()) {
      for (var name : UniqueKeys.columns(constraint.rule())) {
        if (Boolean.FALSE.equals(generated.get(name))) {
          return virtual(name, "have no unique or primary keys", constraint.span());
        }
      }
      if (constraint.rule() instanceof Constraint.ForeignKey key) {
        for (var name : key.columns()) {
          if (Boolean.FALSE.equals(generated.get(name))) {
            return virtual(name, "have no foreign keys", constraint.span());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> virtual(String name, String what, Span span) {
    return Refusal.of(
        span,
        "%s is a virtual generated column, and such columns %s".formatted(name, what),
        "make the column STORED, or repeat its expression");
  }

  private static Optional<Refusal> added(AddsColumn effect, Known known) {
    var column = effect.column();
    if (column.generated() == null) {
      return Optional.empty();
    }
    for (var name : Columns.in(column.generated().expression(), effect.table().name())) {
      if (known.column(effect.table(), name).filter(c -> c.generated() != null).isPresent()) {
        return generatedOfGenerated(column, name);
      }
    }
    return Optional.empty();
  }

  // Indexes and constraints

  private static Optional<Refusal> index(CreatesIndex effect, Known known) {
    var names = new ArrayList<String>();
    effect.elements().forEach(e -> names.addAll(MissingColumns.of(e, effect.table().name())));
    names.addAll(effect.include());
    names.addAll(Columns.in(effect.where(), effect.table().name()));
    return firstVirtual(effect.table(), names, known)
        .flatMap(n -> virtual(n, "have no indexes", effect.span()));
  }

  private static Optional<Refusal> constraint(AddsConstraint effect, Known known) {
    var rule = effect.constraint().rule();
    var columns =
        rule instanceof Constraint.ForeignKey key ? key.columns() : UniqueKeys.columns(rule);
    return firstVirtual(effect.table(), columns, known)
        .flatMap(n -> virtual(n, "have no keys", effect.span()));
  }

  private static Optional<String> firstVirtual(
      dev.deed.sql.QualifiedName table, List<String> names, Known known) {
    return names.stream()
        .filter(n ->
            known
                .column(table, n)
                .filter(c -> c.generated() != null && !c.generated().stored())
                .isPresent())
        .findFirst();
  }

  // Changes

  private static Optional<Refusal> altered(AltersColumn effect, Known known) {
    var column = known.column(effect.table(), effect.column());
    if (column.isEmpty() || known.subcommands(TableEffect.Altering.class).count() > 1) {
      return Optional.empty();
    }
    return altered(effect, column.get(), known);
  }

  private static Optional<Refusal> altered(AltersColumn effect, TableColumn column, Known known) {
    var name = column.name().text();
    var why =
        switch (effect.change()) {
          case ADD_IDENTITY -> noIdentity(column);
          case SET_IDENTITY -> column.identity() == null ? "is not an identity column" : null;
          case DROP_IDENTITY ->
              column.identity() == null && !isForgiven(effect) ? "is not an identity column" : null;
          case SET_EXPRESSION -> noExpression(column, known);
          case DROP_EXPRESSION ->
              column.generated() == null && !isForgiven(effect)
                  ? "is not a generated column"
                  : column.generated() != null && !column.generated().stored()
                      ? "is a virtual generated column, and its expression cannot be dropped"
                      : null;
          case SET_STATISTICS,
              SET_STORAGE,
              SET_COMPRESSION,
              SET_OPTIONS,
              RESET_OPTIONS,
              FOREIGN_OPTIONS ->
              null;
        };
    return why == null
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            name + " " + why + known.created(column.name()),
            advice(effect.change(), column),
            column.name());
  }

  private static boolean isForgiven(AltersColumn effect) {
    return effect.value().contains("if exists");
  }

  /// PostgreSQL keeps no default of `NULL`.
  private static boolean isNull(Expression value) {
    return switch (value) {
      case Expression.Constant constant -> constant.kind() == Expression.ConstantKind.NULL;
      case Expression.Cast cast -> isNull(cast.value());
      default -> false;
    };
  }

  private static @Nullable String noIdentity(TableColumn column) {
    if (column.identity() != null) {
      return "is an identity column already";
    }
    if (column.defaultValue() != null && !isNull(column.defaultValue().tree())) {
      return "has a default";
    }
    if (column.generated() != null) {
      return "is a generated column";
    }
    if (isNotNumbered(column.type())) {
      return "is %s, and identity columns are smallint, integer or bigint"
          .formatted(column.type().text());
    }
    return column.notNull() ? null : "is not NOT NULL";
  }

  private static @Nullable String noExpression(TableColumn column, Known known) {
    if (known.runsBefore(SETS_EXPRESSION)) {
      return "cannot get another expression before PostgreSQL " + SETS_EXPRESSION;
    }
    var generated = column.generated();
    if (generated == null) {
      return "is not a generated column";
    }
    return generated.stored() || known.postgres() > LAST_TO_REFUSE
        ? null
        : usesOfVirtual(column, known);
  }

  /// Rows keep no value to compare, and the server does not look at them again.
  private static @Nullable String usesOfVirtual(TableColumn column, Known known) {
    var catalog = known.catalog();
    var table = column.relation();
    if (catalog.constraints(table).stream()
        .anyMatch(c -> c.rule() instanceof Constraint.Check && catalog.isCertain(c.name()))) {
      return "is a virtual generated column, whose expression cannot be changed while its table has a check";
    }
    return isPublished(table, known)
        ? "is a virtual generated column, whose expression cannot be changed while a publication names its table"
        : null;
  }

  private static boolean isPublished(QualifiedName table, Known known) {
    return known.catalog().objects(ObjectKind.PUBLICATION).stream()
        .flatMap(object -> known.certain(object, Publication.class).stream())
        .anyMatch(publication -> publication.tables().containsKey(table));
  }

  private static String advice(ColumnChange change, TableColumn column) {
    if (change == ColumnChange.ADD_IDENTITY
        && column.defaultValue() != null
        && !isNull(column.defaultValue().tree())) {
      return "drop the default first: ALTER TABLE %s ALTER COLUMN %s DROP DEFAULT"
          .formatted(column.relation().quoted(), dev.deed.sql.Identifier.quoted(column.part()));
    }
    if (change == ColumnChange.ADD_IDENTITY && !column.notNull()) {
      return "make the column NOT NULL first";
    }
    return "remove the statement, or drop the column and add it again";
  }

  private static Optional<Refusal> setsDefault(SetsDefault effect, Known known) {
    var column = known.column(effect.table(), effect.column());
    if (column.isEmpty() || known.subcommands(TableEffect.Altering.class).count() > 1) {
      return Optional.empty();
    }
    var found = column.get();
    var why =
        found.identity() != null
            ? "is an identity column"
            : found.generated() != null ? "is a generated column" : null;
    return why == null
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            "%s %s, and has no default%s"
                .formatted(found.name().text(), why, known.created(found.name())),
            found.identity() != null
                ? "change the identity: SET GENERATED, RESTART, or DROP IDENTITY first"
                : "write DROP EXPRESSION first",
            found.name());
  }

  private static Optional<Refusal> dropsNotNull(DropsNotNull effect, Known known) {
    var column = known.column(effect.table(), effect.column());
    if (column.isEmpty() || known.subcommands(TableEffect.Altering.class).count() > 1) {
      return Optional.empty();
    }
    var found = column.get();
    if (found.identity() != null) {
      return Refusal.of(
          effect.span(),
          "%s is an identity column, and these are NOT NULL".formatted(found.name().text()),
          "write DROP IDENTITY first",
          found.name());
    }
    return known.catalog().constraints(found.relation()).stream()
        .filter(c ->
            c.rule() instanceof PrimaryKey key
                && key.columns().contains(found.part())
                && known.catalog().isCertain(c.name()))
        .findFirst()
        .flatMap(c ->
            Refusal.of(
                effect.span(),
                "%s is in the primary key %s%s"
                    .formatted(found.name().text(), c.part(), known.created(c.name())),
                "drop the primary key first",
                found.name()));
  }
}
