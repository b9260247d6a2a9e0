package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AddsParent;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What partitioned tables do not have: keys without the partition's columns, and work that avoids
/// locks.
final class PartitionedTables implements Refusals {

  private static final int NOT_VALID_KEYS = 18;
  private static final int EXCLUSIONS = 17;

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsConstraint.class,
        CreatesIndex.class,
        Drops.class,
        AddsParent.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e when e.definition().partitionBy() != null -> created(e, known);
      case AddsConstraint e -> known.partitioned(e.table()).flatMap(t -> added(e, t, known));
      case CreatesIndex e -> known.partitioned(e.table()).flatMap(t -> index(e, t));
      case Drops e -> dropped(e, known);
      case AddsParent e ->
          known
              .partitioned(e.table())
              .or(() -> known.partitioned(e.parent()))
              .flatMap(t ->
                  Refusal.of(
                      e.span(),
                      "%s is partitioned, and partitioned tables do not inherit otherwise"
                          .formatted(t.qualifiedName().dotted()),
                      "attach a partition instead",
                      t.name()));
      default -> Optional.empty();
    };
  }

  // Constraints

  private static Optional<Refusal> created(CreatesTable effect, Known known) {
    var by = effect.definition().partitionBy();
    if (by == null) {
      return Optional.empty();
    }
    if (!effect.definition().inherits().isEmpty()) {
      return Refusal.of(
          effect.span(),
          "a partitioned table cannot inherit from other tables",
          "remove INHERITS, or PARTITION BY");
    }
    if (by.strategy().equals("list") && by.keys().size() > 1) {
      return Refusal.of(
          effect.span(),
          "a table is partitioned by list of one column only",
          "partition by one column, or by range");
    }
    for (var constraint : effect.definition().constraints()) {
      var found = key(effect.table(), constraint, by, known);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> added(AddsConstraint effect, Table table, Known known) {
    var constraint = effect.constraint();
    var name = table.qualifiedName();
    if (constraint.rule() instanceof ForeignKey
        && constraint.notValid()
        && known.runsBefore(NOT_VALID_KEYS)) {
      return Refusal.of(
          effect.span(),
          "%s is partitioned, and partitioned tables have NOT VALID foreign keys only from PostgreSQL %d on"
              .formatted(name.dotted(), NOT_VALID_KEYS),
          "add the key NOT VALID to each partition and validate it there, then add it to the partitioned table without NOT VALID",
          table.name());
    }
    if (usesIndex(constraint.rule())) {
      return Refusal.of(
          effect.span(),
          "%s is partitioned, and takes no existing index as a key".formatted(name.dotted()),
          "add the key without USING INDEX; indexes of the partitions that fit are attached to it",
          table.name());
    }
    if (constraint.noInherit() && constraint.rule() instanceof Constraint.Check) {
      return Refusal.of(
          effect.span(),
          "%s is partitioned, and its checks are also those of its partitions"
              .formatted(name.dotted()),
          "remove NO INHERIT",
          table.name());
    }
    var by = table.partitionBy();
    return by == null ? Optional.empty() : key(effect.table(), constraint, by, known);
  }

  private static boolean usesIndex(Constraint.Rule rule) {
    return (rule instanceof Unique unique && unique.usingIndex() != null)
        || (rule instanceof PrimaryKey key && key.usingIndex() != null);
  }

  private static Optional<Refusal> key(
      QualifiedName table, Constraint constraint, PartitionBy by, Known known) {
    return switch (constraint.rule()) {
      case Unique unique -> columns(table, unique.columns(), by, constraint.span());
      case PrimaryKey key -> columns(table, key.columns(), by, constraint.span());
      case Exclude _ when known.runsBefore(EXCLUSIONS) ->
          Refusal.of(
              constraint.span(),
              "partitioned tables have exclusion constraints only from PostgreSQL %d on"
                  .formatted(EXCLUSIONS),
              "add the constraint to each partition");
      case Exclude _, Constraint.Check _, Constraint.NotNull _, ForeignKey _ -> Optional.empty();
    };
  }

  private static Optional<Refusal> columns(
      QualifiedName table, List<String> columns, PartitionBy by, Span span) {
    if (PartitionKeys.hasExpression(by)) {
      return Refusal.of(
          span,
          "%s is partitioned by an expression, and such tables have no unique keys"
              .formatted(table.dotted()),
          "partition by columns, or add the key to each partition");
    }
    var missing = new LinkedHashSet<>(PartitionKeys.of(by, table.name()));
    missing.removeAll(columns);
    if (missing.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(columns);
    all.addAll(missing);
    return Refusal.of(
        span,
        "%s is partitioned by %s, which a unique key has to include"
            .formatted(table.dotted(), String.join(", ", missing)),
        "make it a key of (%s)".formatted(String.join(", ", all)));
  }

  // Indexes

  private static Optional<Refusal> index(CreatesIndex effect, Table table) {
    var by = table.partitionBy();
    if (by == null || !effect.unique()) {
      return Optional.empty();
    }
    var columns =
        effect.elements().stream().flatMap(e -> Optional.ofNullable(e.column()).stream()).toList();
    return columns(effect.table(), columns, by, effect.span());
  }

  private static Optional<Refusal> dropped(Drops effect, Known known) {
    var index = known.catalog().index(known.name(effect.object().name()));
    if (index.isEmpty() || !known.catalog().isCertain(index.get().name())) {
      return Optional.empty();
    }
    var parent = index.get().parent();
    if (parent != null && known.relationNamed(parent).isPresent()) {
      return Refusal.of(
          effect.span(),
          "%s is attached to the index %s"
              .formatted(index.get().qualifiedName().dotted(), parent.dotted()),
          "drop %s, which drops it as well".formatted(parent.quoted()),
          index.get().name());
    }
    return effect.concurrently() && known.partitioned(index.get().table()).isPresent()
        ? Refusal.of(
            effect.span(),
            "%s is an index of a partitioned table, and cannot be dropped concurrently"
                .formatted(index.get().qualifiedName().dotted()),
            "write DROP INDEX without CONCURRENTLY, under a short lock_timeout",
            index.get().name())
        : Optional.empty();
  }
}
