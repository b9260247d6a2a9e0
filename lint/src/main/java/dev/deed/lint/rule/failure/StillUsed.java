package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A drop without `CASCADE` of something that other objects depend on, or a new type for a column
/// that they use, in a table without rows: `type-with-dependants` finds the others.
final class StillUsed implements Refusals {

  private static final int SHOWN = 3;

  /// Before this version, a generated column was dropped with the column that it was computed from.
  private static final int HOLDS_GENERATED = 15;

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(Drops.class, DropsColumn.class, DropsConstraint.class, AltersColumnType.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case Drops e ->
          ofConstraint(e, known).or(() -> e.cascade() ? Optional.empty() : drop(e, known));
      case DropsColumn e -> column(e, known);
      case DropsConstraint e when !e.cascade() -> constraint(e, known);
      case AltersColumnType e when !known.view().hasRows(e.table()) -> type(e, known);
      default -> Optional.empty();
    };
  }

  // Whole objects

  /// Not even `CASCADE` drops the index of a constraint.
  private static Optional<Refusal> ofConstraint(Drops drops, Known known) {
    var found = known.certain(known.catalog().object(drops.object()), Index.class);
    var key = found.map(Index::constraint).orElse(null);
    if (found.isEmpty() || key == null) {
      return Optional.empty();
    }
    var index = found.get();
    var constraint = ObjectName.constraint(index.table(), key);
    return Refusal.of(
        drops.span(),
        "%s is the index of %s".formatted(index.qualifiedName().dotted(), constraint.words()),
        "drop the constraint instead: ALTER TABLE %s DROP CONSTRAINT %s"
            .formatted(index.table().quoted(), Identifier.quoted(constraint.own())),
        index.name());
  }

  private static Optional<Refusal> drop(Drops drops, Known known) {
    var object = known.catalog().object(drops.object());
    if (object.kind() == ObjectKind.SCHEMA) {
      return schema(object, drops, known);
    }
    if (!known.catalog().isCertain(object)) {
      return Optional.empty();
    }
    if (object.kind() == ObjectKind.SEQUENCE) {
      var owner = identityOf(object, known);
      if (owner.isPresent()) {
        return owner.flatMap(o ->
            Refusal.of(
                drops.span(),
                "%s is the sequence of the identity column %s"
                    .formatted(object.name().dotted(), o.text()),
                "drop the identity instead: ALTER TABLE %s ALTER COLUMN %s DROP IDENTITY"
                    .formatted(o.name().quoted(), Identifier.quoted(o.own())),
                object));
      }
    }
    var gone = alsoDropped(known);
    var users =
        known.dependants(object, o -> uses(o, object, known)).stream()
            .filter(o -> !gone.contains(o.name()) && !isPartOf(o, gone))
            .filter(o -> !o.name().name().equals(object.name()))
            .toList();
    return refusal(object, users, drops.span(), known);
  }

  private static Optional<ObjectName> identityOf(ObjectName sequence, Known known) {
    return known
        .certain(sequence, Sequence.class)
        .filter(Sequence::identity)
        .flatMap(s -> Optional.ofNullable(s.ownedBy()))
        .filter(known.catalog()::isCertain);
  }

  /// What the same statement drops does not hold the other.
  private static Set<ObjectName> alsoDropped(Known known) {
    var names = new HashSet<ObjectName>();
    known.subcommands(Drops.class).forEach(d -> names.add(known.catalog().object(d.object())));
    return names;
  }

  private static boolean isPartOf(SchemaObject object, Set<ObjectName> gone) {
    return object.name().kind().isPartOfRelation()
        && gone.stream()
            .anyMatch(g -> g.kind().isRelation() && g.name().equals(object.name().name()));
  }

  /// Whether the dependency is beyond doubt, and only `CASCADE` would end it.
  private static boolean uses(SchemaObject user, ObjectName object, Known known) {
    if (known.catalog().isPart(user, object)) {
      return false;
    }
    var isOne = !object.kind().isRoutine() || known.catalog().routines(object.name()).size() == 1;
    return switch (user) {
      case View _ -> isOne;
      case TableConstraint constraint -> isOne && (constraint.local() || !constraint.inherited());
      case Trigger trigger -> isOne && !trigger.inherited();
      case Table table -> table.partition() == null;
      case TableColumn column -> isOne && (column.local() || !column.inherited());
      case Policy _, Rule _ -> isOne;
      case dev.deed.sql.schema.DataType _ -> true;
      // A body in standard SQL is kept as PostgreSQL read it, with all that it names.
      case Routine routine ->
          (routine.body().atomic() && isOne)
              || object.kind() == ObjectKind.TYPE
              || object.kind() == ObjectKind.DOMAIN
              || object.kind() == ObjectKind.EXTENSION;
      case Index _ -> object.kind() == ObjectKind.EXTENSION;
      default -> false;
    };
  }

  private static Optional<Refusal> schema(ObjectName schema, Drops drops, Known known) {
    var inside =
        known.catalog().relationsIn(schema.name().name()).stream()
            .filter(known.catalog()::isCertain)
            .filter(n -> !alsoDropped(known).contains(n))
            .toList();
    return inside.isEmpty()
        ? Optional.empty()
        : Refusal.of(
            drops.span(),
            "schema %s still has %s".formatted(schema.name().name(), list(inside)),
            "drop or move what is in it first",
            schema);
  }

  private static Optional<Refusal> refusal(
      ObjectName object, List<? extends SchemaObject> users, Span span, Known known) {
    if (users.isEmpty()) {
      return Optional.empty();
    }
    var names = users.stream().map(SchemaObject::name).toList();
    var about = new java.util.ArrayList<ObjectName>();
    about.add(object);
    about.addAll(names);
    return Optional.of(
        new Refusal(
            span,
            "%s is still used by %s%s"
                .formatted(object.words(), list(names), known.created(names.getFirst())),
            "drop or change what uses it first, in the same migration",
            about));
  }

  private static String list(List<ObjectName> names) {
    var shown = names.stream().limit(SHOWN).map(ObjectName::words);
    var rest = names.size() > SHOWN ? " and %d more".formatted(names.size() - SHOWN) : "";
    return shown.collect(Collectors.joining(", ")) + rest;
  }

  // Columns

  private static Optional<Refusal> column(DropsColumn drops, Known known) {
    var found = known.column(drops.table(), drops.column());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var column = found.get();
    var table = known.table(drops.table());
    if (column.inherited() && !column.local()) {
      return Refusal.of(
          drops.span(),
          "%s comes from the parent of its table".formatted(column.name().text()),
          "drop it in the parent, which drops it here as well",
          column.name());
    }
    if (table.filter(t -> PartitionKeys.of(t).contains(drops.column())).isPresent()) {
      return Refusal.of(
          drops.span(),
          "%s is partitioned by %s"
              .formatted(column.relation().dotted(), Identifier.quoted(drops.column())),
          "keep the column, or create a new table with another partition key",
          column.name());
    }
    if (drops.cascade()) {
      return Optional.empty();
    }
    var users = known.dependants(column.name(), o -> uses(o, column, known));
    return refusal(column.name(), users, drops.span(), known);
  }

  /// PostgreSQL makes keys, checks and indexes again by itself, but none of these.
  private static Optional<Refusal> type(AltersColumnType effect, Known known) {
    return known
        .column(effect.table(), effect.column())
        .flatMap(column ->
            refusal(
                column.name(),
                known.dependants(
                    column.name(),
                    o ->
                        (o instanceof View
                                || o instanceof Policy
                                || o instanceof Trigger
                                || o instanceof Rule)
                            && uses(o, column, known)),
                effect.span(),
                known));
  }

  private static boolean uses(SchemaObject user, TableColumn column, Known known) {
    var name = column.part();
    var isDroppedToo =
        user instanceof TableColumn other
            && known.subcommands(DropsColumn.class).anyMatch(d -> d.column().equals(other.part()));
    return switch (user) {
      case View view -> ViewColumns.uses(view, column.name());
      case TableColumn other ->
          known.postgres() >= HOLDS_GENERATED
              && !isDroppedToo
              && other.generated() != null
              && other.relation().equals(column.relation())
              && Columns.in(other.generated().expression(), column.relation().name())
                  .contains(name);
      case Policy policy ->
          Columns.in(policy.using(), column.relation().name()).contains(name)
              || Columns.in(policy.check(), column.relation().name()).contains(name);
      case Trigger trigger ->
          !trigger.inherited()
              && (trigger.fires().columns().contains(name)
                  || Columns.in(trigger.fires().when(), "new", "old").contains(name));
      case Rule rule -> rule.uses().contains(column.name());
      case TableConstraint constraint ->
          constraint.rule() instanceof ForeignKey key
              && !constraint.relation().equals(column.relation())
              && (constraint.local() || !constraint.inherited())
              && key.parent().equals(column.relation())
              && key.parentColumns().contains(name);
      default -> false;
    };
  }

  // Constraints

  private static Optional<Refusal> constraint(DropsConstraint drops, Known known) {
    var name = ObjectName.constraint(known.name(drops.table()), drops.constraint());
    var found = known.certain(name, TableConstraint.class);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var constraint = found.get();
    if (constraint.inherited() && !constraint.local()) {
      return Refusal.of(
          drops.span(),
          "constraint %s comes from the parent of its table".formatted(name.text()),
          "drop it in the parent, which drops it here as well",
          name);
    }
    if (!isKey(constraint) || hasTwin(constraint, known)) {
      return Optional.empty();
    }
    var users =
        known.dependants(
            name,
            o ->
                o instanceof TableConstraint key
                    && key.rule() instanceof ForeignKey
                    && (key.local() || !key.inherited())
                    && !isDroppedHere(key, known));
    return refusal(name, users, drops.span(), known);
  }

  private static boolean isDroppedHere(TableConstraint key, Known known) {
    return known
        .subcommands(DropsConstraint.class)
        .anyMatch(
            d -> known.name(d.table()).equals(key.relation()) && d.constraint().equals(key.part()));
  }

  private static boolean isKey(TableConstraint constraint) {
    return constraint.rule() instanceof PrimaryKey || constraint.rule() instanceof Unique;
  }

  /// Whether another unique index is on the same columns: a foreign key may depend on that one.
  private static boolean hasTwin(TableConstraint constraint, Known known) {
    var columns = UniqueKeys.columns(constraint.rule());
    return known.catalog().indexes(constraint.relation()).stream()
            .filter(Index::unique)
            .filter(i -> UniqueKeys.columns(i).containsAll(columns))
            .count()
        > 1;
  }
}
