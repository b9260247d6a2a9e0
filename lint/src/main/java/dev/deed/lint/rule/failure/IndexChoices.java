package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import dev.deed.sql.schema.Relation.Index;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Indexes that a statement chooses for a table and that are missing or do not fit: `CLUSTER`,
/// `REPLICA IDENTITY`, keys `USING INDEX`.
final class IndexChoices implements Refusals {

  private static final Set<String> CLUSTERS = Set.of("btree", "gist");

  private static final String USING = "using index ";

  private enum Use {
    CLUSTER,
    IDENTITY,
    KEY
  }

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(AltersTable.class, Maintains.class, AddsConstraint.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AltersTable e when e.target().ifExists() -> Optional.empty();
      case AltersTable e when e.change() == TableChange.CLUSTER_ON ->
          chosen(e.table(), unquoted(e.value()), Use.CLUSTER, e.span(), known);
      case AltersTable e
          when e.change() == TableChange.REPLICA_IDENTITY && e.value().startsWith(USING) ->
          chosen(
              e.table(),
              unquoted(e.value().substring(USING.length())),
              Use.IDENTITY,
              e.span(),
              known);
      case Maintains e
          when e.maintenance() == Maintenance.CLUSTER && e.object() != null && e.index() != null ->
          chosen(e.object().name(), e.index().name().name(), Use.CLUSTER, e.span(), known);
      case AddsConstraint e when !e.target().ifExists() -> {
        var index = usingIndex(e.constraint());
        yield index == null ? Optional.empty() : chosen(e.table(), index, Use.KEY, e.span(), known);
      }
      default -> Optional.empty();
    };
  }

  private static @Nullable String usingIndex(Constraint constraint) {
    return switch (constraint.rule()) {
      case Constraint.Unique unique -> unique.usingIndex();
      case Constraint.PrimaryKey key -> key.usingIndex();
      default -> null;
    };
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static Optional<Refusal> chosen(
      QualifiedName table, String index, Use use, Span span, Known known) {
    var found = known.table(table);
    if (found.isEmpty() || found.get().partitionBy() != null) {
      return Optional.empty();
    }
    var name = found.get().qualifiedName();
    var full = QualifiedName.of(name.schema(), index);
    var object = known.catalog().index(full);
    if (object.isEmpty()) {
      return known.isMissing(full)
          ? Refusal.of(
              span,
              "%s has no index %s".formatted(name.dotted(), Identifier.quoted(index)),
              Known.near(
                  index,
                  known.catalog().indexes(name).stream().map(i -> i.name().name().name()).toList(),
                  "create the index first"),
              found.get().name())
          : Optional.empty();
    }
    if (!known.catalog().isCertain(object.get().name())) {
      return Optional.empty();
    }
    var why = misfit(object.get(), name, use, known);
    return why == null
        ? Optional.empty()
        : Refusal.of(
            span,
            "%s %s%s".formatted(Identifier.quoted(index), why, known.created(object.get().name())),
            "name an index that fits, or create one",
            object.get().name());
  }

  private static @Nullable String misfit(Index index, QualifiedName table, Use use, Known known) {
    if (!index.table().equals(table)) {
      return "is an index of " + index.table().dotted();
    }
    if (index.where() != null) {
      return "is a partial index";
    }
    return switch (use) {
      case CLUSTER ->
          List.of("gin", "brin", "hash", "spgist").contains(index.method())
                  && !CLUSTERS.contains(index.method())
              ? "has the method %s, by which no table is ordered".formatted(index.method())
              : null;
      case IDENTITY -> identity(index, known);
      case KEY -> key(index);
    };
  }

  private static @Nullable String identity(Index index, Known known) {
    if (!index.unique()) {
      return "is not unique";
    }
    var columns = UniqueKeys.columns(index);
    if (columns.isEmpty()) {
      return "has an expression";
    }
    for (var column : columns) {
      var found = known.catalog().column(index.table(), column);
      if (found.isPresent()
          && known.catalog().isCertain(found.get().name())
          && !found.get().notNull()) {
        return "has the column %s, which is not NOT NULL".formatted(Identifier.quoted(column));
      }
    }
    return null;
  }

  private static @Nullable String key(Index index) {
    if (!index.unique()) {
      return "is not unique";
    }
    if (UniqueKeys.columns(index).isEmpty()) {
      return "has an expression";
    }
    if (index.constraint() != null) {
      return "is the index of the constraint %s".formatted(Identifier.quoted(index.constraint()));
    }
    return index.elements().stream().anyMatch(e -> e.descending())
        ? "has a column in descending order"
        : null;
  }
}
