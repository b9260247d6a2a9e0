package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Partitions that do not fit: into the table, or next to the others.
final class Partitions implements Refusals {

  private static final int MOST_BOUNDS = 20_000;

  /// Those that were read, by their text.
  private static final Map<String, Bound> BOUNDS = new ConcurrentHashMap<>();

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AttachesPartition.class,
        DetachesPartition.class,
        TableEffect.AddsColumn.class,
        TableEffect.AltersColumnType.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e when e.definition().partitionOf() != null -> created(e, known);
      case AttachesPartition e -> attached(e, known);
      case DetachesPartition e -> detached(e, known);
      case TableEffect.AddsColumn e -> ofPartition(e, known);
      case TableEffect.AltersColumnType e -> altered(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> created(CreatesTable effect, Known known) {
    var of = effect.definition().partitionOf();
    if (of == null) {
      return Optional.empty();
    }
    if (effect.ifNotExists()
        && known.catalog().relationNamed(known.catalog().created(effect.table())).isPresent()) {
      return Optional.empty();
    }
    return known
        .table(of.parent())
        .flatMap(parent ->
            notPartitioned(parent, of.span(), known)
                .or(() -> bound(parent, known.name(effect.table()), of.bound(), of.span(), known)));
  }

  private static Optional<Refusal> notPartitioned(Table table, Span span, Known known) {
    return table.partitionBy() != null
        ? Optional.empty()
        : Refusal.of(
            span,
            "%s is not partitioned%s"
                .formatted(table.qualifiedName().dotted(), known.created(table.name())),
            "create it with PARTITION BY, or name a partitioned table",
            table.name());
  }

  // Bounds

  private static Optional<Refusal> bound(
      Table parent, QualifiedName own, String text, Span span, Known known) {
    var by = parent.partitionBy();
    var bound = Bound.of(text);
    if (by == null) {
      return Optional.empty();
    }
    if (!bound.strategy().isEmpty() && !bound.strategy().equals(by.strategy())) {
      return Refusal.of(
          span,
          "%s is partitioned by %s, and this bound is for %s partitions"
              .formatted(parent.qualifiedName().dotted(), by.strategy(), bound.strategy()),
          "write a bound for %s".formatted(by.strategy()),
          parent.name());
    }
    if (bound instanceof Bound.Default && by.strategy().equals("hash")) {
      return Refusal.of(
          span,
          "%s is partitioned by hash, and has no default partition"
              .formatted(parent.qualifiedName().dotted()),
          "create a partition for each remainder",
          parent.name());
    }
    if (bound instanceof Bound.Range(var from, var to)
        && from.isComparable(to)
        && from.compareTo(to) >= 0) {
      return Refusal.of(
          span, "the range is empty: its end is not after its start", "exchange the two ends");
    }
    return by.keys().size() > 1 ? Optional.empty() : overlap(parent, own, bound, span, known);
  }

  /// Each new partition is compared with all others: of 2,000, two million bounds are asked for.
  private static Bound known(String text) {
    if (BOUNDS.size() > MOST_BOUNDS) {
      BOUNDS.clear();
    }
    return BOUNDS.computeIfAbsent(text, Bound::of);
  }

  private static Optional<Refusal> overlap(
      Table parent, QualifiedName own, Bound bound, Span span, Known known) {
    for (var child : known.catalog().children(parent.qualifiedName())) {
      var partition = child.partition();
      if (partition != null
          && !child.qualifiedName().equals(own)
          && known(partition.bound()).overlaps(bound)
          && known.catalog().isCertain(child.name())) {
        return Refusal.of(
            span,
            "the partition overlaps %s, which is %s%s"
                .formatted(
                    child.qualifiedName().dotted(), partition.bound(), known.created(child.name())),
            "choose a bound that no other partition has",
            parent.name(),
            child.name());
      }
    }
    return Optional.empty();
  }

  // Attaching

  private static Optional<Refusal> attached(AttachesPartition effect, Known known) {
    var parent = known.table(effect.table());
    var child = known.table(effect.partition());
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    var refused =
        notPartitioned(parent.get(), effect.target().span(), known)
            .or(() ->
                bound(
                    parent.get(),
                    known.name(effect.partition()),
                    effect.bound(),
                    effect.span(),
                    known));
    if (refused.isPresent() || child.isEmpty()) {
      return refused;
    }
    var partition = child.get().partition();
    if (partition != null) {
      return Refusal.of(
          effect.partitionSpan(),
          "%s is a partition of %s already"
              .formatted(child.get().qualifiedName().dotted(), partition.parent().dotted()),
          "detach it first",
          child.get().name());
    }
    return columns(effect, parent.get(), child.get(), known);
  }

  private static Optional<Refusal> columns(
      AttachesPartition effect, Table parent, Table child, Known known) {
    if (!known.catalog().hasAllColumns(parent.qualifiedName())
        || !known.catalog().hasAllColumns(child.qualifiedName())) {
      return Optional.empty();
    }
    var own = new HashMap<String, TableColumn>();
    known.catalog().columns(child.qualifiedName()).forEach(c -> own.put(c.part(), c));
    for (var column : known.catalog().columns(parent.qualifiedName())) {
      var same = own.remove(column.part());
      var why = difference(column, same);
      if (why.isPresent()) {
        return refused(effect, child, why.get());
      }
    }
    return own.isEmpty()
        ? Optional.empty()
        : refused(
            effect,
            child,
            "it has the column %s, which %s does not have"
                .formatted(
                    Identifier.quoted(own.keySet().iterator().next()),
                    parent.qualifiedName().dotted()));
  }

  private static Optional<String> difference(
      TableColumn column, @org.jspecify.annotations.Nullable TableColumn own) {
    var name = column.name().text();
    if (own == null) {
      return Optional.of("it has no column for %s".formatted(name));
    }
    if (Types.differ(column.type(), own.type())) {
      return Optional.of(
          "%s is %s, and %s is %s"
              .formatted(own.name().text(), own.type().text(), name, column.type().text()));
    }
    return column.notNull() && !own.notNull()
        ? Optional.of("%s is NOT NULL, and %s is not".formatted(name, own.name().text()))
        : Optional.empty();
  }

  private static Optional<Refusal> refused(AttachesPartition effect, Table child, String why) {
    return Refusal.of(
        effect.partitionSpan(),
        "%s cannot be attached: %s".formatted(child.qualifiedName().dotted(), why),
        "give the table the columns of the partitioned table first",
        child.name());
  }

  private static Optional<Refusal> detached(DetachesPartition effect, Known known) {
    var child = known.table(effect.partition());
    var parent = known.name(effect.table());
    return child
        .filter(c -> c.partition() == null || !c.partition().parent().equals(parent))
        .flatMap(c ->
            Refusal.of(
                effect.partitionSpan(),
                "%s is not a partition of %s"
                    .formatted(c.qualifiedName().dotted(), parent.dotted()),
                "name one of its partitions",
                c.name()));
  }

  // Changing

  private static Optional<Refusal> ofPartition(TableEffect.AddsColumn effect, Known known) {
    return known
        .table(effect.table())
        .filter(t -> t.partition() != null)
        .flatMap(t ->
            Refusal.of(
                effect.span(),
                "%s is a partition, and has the columns of its partitioned table"
                    .formatted(t.qualifiedName().dotted()),
                "add the column to the partitioned table",
                t.name()));
  }

  private static Optional<Refusal> altered(TableEffect.AltersColumnType effect, Known known) {
    var table = known.table(effect.table());
    var column = known.column(effect.table(), effect.column());
    if (table.filter(t -> PartitionKeys.of(t).contains(effect.column())).isPresent()) {
      return Refusal.of(
          effect.span(),
          "%s is partitioned by %s"
              .formatted(table.get().qualifiedName().dotted(), Identifier.quoted(effect.column())),
          "create a new table with the other type, and move the rows",
          table.get().name());
    }
    return column
        .filter(c -> c.inherited())
        .flatMap(c ->
            Refusal.of(
                effect.span(),
                "%s comes from the parent of its table".formatted(c.name().text()),
                "change the type in the parent",
                c.name()));
  }
}
