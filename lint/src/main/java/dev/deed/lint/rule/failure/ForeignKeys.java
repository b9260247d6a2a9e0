package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Foreign keys that nothing in the parent can serve.
final class ForeignKeys implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(AddsConstraint.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AddsConstraint e ->
          key(
              e.constraint(),
              e.table(),
              c -> known.column(e.table(), c).map(found -> found.type()).orElse(null),
              known);
      case CreatesTable e -> table(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> table(CreatesTable effect, Known known) {
    var types = new HashMap<String, TypeName>();
    for (var column : effect.definition().columns()) {
      var type = column.type();
      if (type != null) {
        types.putIfAbsent(column.name(), known.type(type));
      }
    }
    for (var constraint : effect.definition().constraints()) {
      if (constraint.rule() instanceof ForeignKey key
          && known.catalog().created(effect.table()).equals(known.name(key.parent()))) {
        var own = itself(key, effect);
        if (own.isPresent()) {
          return own;
        }
      }
      var found = key(constraint, effect.table(), types::get, known);
      if (found.isPresent()) {
        return found.filter(_ -> !isItself(constraint, effect));
      }
      var persistence = persistence(constraint, effect, known);
      if (persistence.isPresent()) {
        return persistence;
      }
    }
    return Optional.empty();
  }

  /// A table that references itself has its keys in the same statement.
  private static Optional<Refusal> itself(ForeignKey key, CreatesTable effect) {
    var definition = effect.definition();
    if (key.period() || !definition.likes().isEmpty() || definition.partitionOf() != null) {
      return Optional.empty();
    }
    var name = effect.table().dotted();
    var rules = definition.constraints().stream().map(Constraint::rule).toList();
    if (key.parentColumns().isEmpty()) {
      return rules.stream().anyMatch(PrimaryKey.class::isInstance)
          ? Optional.empty()
          : Refusal.of(
              key.parentSpan(),
              "%s has no primary key".formatted(name),
              "add PRIMARY KEY to a column of it, or reference columns with a unique constraint");
    }
    var wanted = new HashSet<>(key.parentColumns());
    return rules.stream().map(r -> new HashSet<>(UniqueKeys.columns(r))).anyMatch(wanted::equals)
        ? Optional.empty()
        : Refusal.of(
            key.parentSpan(),
            "%s has no unique constraint on exactly (%s)"
                .formatted(name, String.join(", ", key.parentColumns())),
            "add UNIQUE (%s)"
                .formatted(
                    key.parentColumns().stream()
                        .map(Identifier::quoted)
                        .collect(Collectors.joining(", "))));
  }

  private static boolean isItself(Constraint constraint, CreatesTable effect) {
    return constraint.rule() instanceof ForeignKey key
        && key.parent().name().equals(effect.table().name());
  }

  /// The parent of a permanent table is permanent.
  private static Optional<Refusal> persistence(
      Constraint constraint, CreatesTable effect, Known known) {
    if (!(constraint.rule() instanceof ForeignKey key)
        || effect.definition().persistence() == Persistence.TEMPORARY) {
      return Optional.empty();
    }
    var own = effect.definition().persistence();
    return known
        .table(key.parent())
        .filter(p -> !p.qualifiedName().name().equals(effect.table().name()))
        .filter(p ->
            p.persistence() == Persistence.TEMPORARY
                || (own == Persistence.PERMANENT && p.persistence() == Persistence.UNLOGGED))
        .flatMap(p ->
            Refusal.of(
                key.parentSpan(),
                "%s is %s, and a permanent table cannot reference it"
                    .formatted(
                        p.qualifiedName().dotted(),
                        p.persistence().name().toLowerCase(java.util.Locale.ROOT)),
                "reference a permanent table",
                p.name()));
  }

  /// @param type of a column of the referencing table, null if unknown
  private static Optional<Refusal> key(
      Constraint constraint,
      QualifiedName table,
      Function<String, @Nullable TypeName> type,
      Known known) {
    if (!(constraint.rule() instanceof ForeignKey key)
        || (known.name(key.parent()).equals(known.name(table)) && mayHaveKeyFromHere(known))) {
      return Optional.empty();
    }
    if (!key.parentColumns().isEmpty() && key.parentColumns().size() != key.columns().size()) {
      return Refusal.of(
          constraint.span(),
          "the foreign key has %d columns and references %d"
              .formatted(key.columns().size(), key.parentColumns().size()),
          "name as many columns on both sides");
    }
    return known
        .table(key.parent())
        .filter(p -> hasAllKeys(p, known))
        .flatMap(p -> referenced(constraint, key, p, type, known));
  }

  /// The type of a typed table gives it columns, and no keys.
  private static boolean hasAllKeys(Table table, Known known) {
    var catalog = known.catalog();
    return catalog.hasAllColumns(table.qualifiedName())
        || (table.ofType() != null && catalog.isComplete() && catalog.isCertain(table.name()));
  }

  /// PostgreSQL adds the keys of a statement before its foreign keys.
  private static boolean mayHaveKeyFromHere(Known known) {
    return known.subcommands(AddsConstraint.class).count() != 1;
  }

  private static Optional<Refusal> referenced(
      Constraint constraint,
      ForeignKey key,
      Table parent,
      Function<String, @Nullable TypeName> type,
      Known known) {
    var columns = key.parentColumns().isEmpty() ? primaryKey(parent, known) : key.parentColumns();
    var name = parent.qualifiedName();
    if (columns.isEmpty()) {
      return Refusal.of(
          key.parentSpan(),
          "%s has no primary key%s".formatted(name.dotted(), known.created(parent.name())),
          "add a primary key to %s first, or reference columns with a unique constraint"
              .formatted(name.dotted()),
          parent.name());
    }
    if (columns.size() != key.columns().size()) {
      return Refusal.of(
          constraint.span(),
          "the foreign key has %d columns, and the primary key of %s has %d"
              .formatted(key.columns().size(), name.dotted(), columns.size()),
          "name the referenced columns",
          parent.name());
    }
    if (!key.period() && !isUnique(parent, columns, known)) {
      return Refusal.of(
          key.parentSpan(),
          "%s has no unique constraint on exactly (%s)"
              .formatted(name.dotted(), String.join(", ", columns)),
          "add one first: ALTER TABLE %s ADD UNIQUE (%s)"
              .formatted(
                  name.quoted(),
                  columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "))),
          parent.name());
    }
    return types(constraint, key, parent, columns, type, known);
  }

  private static List<String> primaryKey(Table parent, Known known) {
    return known.catalog().constraints(parent.qualifiedName()).stream()
        .filter(c -> c.rule() instanceof PrimaryKey)
        .map(TableConstraint::rule)
        .map(UniqueKeys::columns)
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isUnique(Table parent, List<String> columns, Known known) {
    var wanted = new HashSet<>(columns);
    var name = parent.qualifiedName();
    return known.catalog().constraints(name).stream()
            .anyMatch(c -> new HashSet<>(UniqueKeys.columns(c.rule())).equals(wanted))
        || known.catalog().indexes(name).stream()
            .filter(i -> i.unique() && i.where() == null)
            .map((Index i) -> new HashSet<>(UniqueKeys.columns(i)))
            .anyMatch(wanted::equals);
  }

  private static Optional<Refusal> types(
      Constraint constraint,
      ForeignKey key,
      Table parent,
      List<String> columns,
      Function<String, @Nullable TypeName> type,
      Known known) {
    for (var i = 0; i < columns.size(); i++) {
      var own = type.apply(key.columns().get(i));
      var other = known.catalog().column(parent.qualifiedName(), columns.get(i));
      if (own != null
          && other.isPresent()
          && Conversions.haveNoOperator(own, other.get().type(), known)) {
        return Refusal.of(
            constraint.span(),
            "%s is %s, and %s is %s: PostgreSQL has no operator to compare them"
                .formatted(
                    Identifier.quoted(key.columns().get(i)),
                    own.text(),
                    other.get().name().text(),
                    other.get().type().text()),
            "give the column the type %s".formatted(other.get().type().text()),
            parent.name());
      }
    }
    return Optional.empty();
  }
}
