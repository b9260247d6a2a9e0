package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A statement for one kind of relation that names another kind.
final class WrongKinds implements Refusals {

  private static final Set<ObjectKind> TABLES =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);

  /// What queries read, each of which has a row type.
  static final Set<ObjectKind> READ =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW);

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        ObjectEffect.Drops.class,
        AddsConstraint.class,
        CreatesIndex.class,
        CreatesTable.class,
        AttachedEffect.class,
        ObjectEffect.Comments.class,
        ObjectEffect.Publishes.class,
        PrivilegeEffect.ChangesPrivileges.class,
        Maintains.class,
        RowsEffect.NamesRelation.class,
        RefreshesView.class,
        AltersSequence.class,
        RowsEffect.TruncatesTable.class,
        RowsEffect.LocksTable.class,
        ObjectEffect.Renames.class,
        RowsEffect.WritesRows.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case ObjectEffect.Drops e -> drops(e, known);
      case AddsConstraint e -> parents(List.of(e.constraint()), known);
      case CreatesIndex e ->
          require(
              e.table(),
              EnumSet.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW),
              "has no indexes",
              e.tableSpan(),
              known);
      case CreatesTable e ->
          parents(e.definition().constraints(), known)
              .or(() -> inherited(e, known))
              .or(() -> copied(e, known));
      case AttachedEffect e -> attached(e, known);
      case ObjectEffect.Comments e -> commented(e, known);
      case ObjectEffect.Publishes e -> published(e, known);
      case PrivilegeEffect.ChangesPrivileges e -> granted(e, known);
      case Maintains e -> maintained(e, known);
      case RowsEffect.NamesRelation e when isNextval(e, known) ->
          require(
              e.relation(), EnumSet.of(ObjectKind.SEQUENCE), "is not a sequence", e.span(), known);
      case RefreshesView e ->
          require(
              e.view(),
              EnumSet.of(ObjectKind.MATERIALIZED_VIEW),
              "cannot be refreshed",
              e.span(),
              known);
      case AltersSequence e ->
          require(
              e.sequence(), EnumSet.of(ObjectKind.SEQUENCE), "is not a sequence", e.span(), known);
      case RowsEffect.LocksTable e ->
          require(
              e.relation(),
              EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW),
              "cannot be locked",
              e.span(),
              known);
      case ObjectEffect.Renames e when e.object().kind() == ObjectKind.COLUMN ->
          require(
              e.object().name(),
              EnumSet.complementOf(EnumSet.of(ObjectKind.SEQUENCE)),
              "has no columns to rename",
              e.span(),
              known);
      case RowsEffect.TruncatesTable e ->
          require(e.relation(), TABLES, "cannot be truncated", e.span(), known);
      case RowsEffect.WritesRows e ->
          require(
              e.relation(),
              EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW),
              "cannot be written",
              e.span(),
              known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> require(
      QualifiedName written, Set<ObjectKind> kinds, String why, Span span, Known known) {
    return known
        .relation(written)
        .filter(n -> !kinds.contains(n.kind()))
        .flatMap(n -> refusal(n, why, span, known));
  }

  static Optional<Refusal> refusal(ObjectName name, String why, Span span, Known known) {
    return Refusal.of(
        span,
        "%s is a %s%s, which %s"
            .formatted(name.name().dotted(), known.kindOf(name), known.created(name), why),
        "write the statement for a %s, or name another relation".formatted(known.kindOf(name)),
        name);
  }

  private static Optional<Refusal> drops(ObjectEffect.Drops effect, Known known) {
    var written = effect.object();
    return known
        .relation(written.name())
        .filter(_ -> written.kind().isRelation() && written.kind() != ObjectKind.RELATION)
        .filter(n -> n.kind() != written.kind())
        .flatMap(n ->
            Refusal.of(
                effect.span(),
                "%s is a %s%s, not a %s"
                    .formatted(
                        n.name().dotted(),
                        known.kindOf(n),
                        known.created(n),
                        written.kind().words()),
                "write DROP %s".formatted(n.kind().words().toUpperCase(Locale.ROOT)),
                n));
  }

  private static Optional<Refusal> copied(CreatesTable effect, Known known) {
    return effect.definition().likes().stream()
        .flatMap(l -> require(l.source(), READ, "LIKE does not copy", l.span(), known).stream())
        .findFirst();
  }

  private static Optional<Refusal> inherited(CreatesTable effect, Known known) {
    var of = effect.definition().partitionOf();
    if (of != null) {
      return require(of.parent(), TABLES, "has no partitions", of.span(), known);
    }
    return effect.definition().inherits().stream()
        .flatMap(
            p -> require(p.name(), TABLES, "cannot be inherited from", p.span(), known).stream())
        .findFirst();
  }

  private static Optional<Refusal> commented(ObjectEffect.Comments effect, Known known) {
    var written = effect.object();
    if (written.kind() == ObjectKind.COLUMN) {
      return require(written.name(), READ, "has no columns to comment on", effect.span(), known);
    }
    return known
        .relation(written.name())
        .filter(_ -> written.kind().isRelation() && written.kind() != ObjectKind.RELATION)
        .filter(n -> n.kind() != written.kind())
        .flatMap(n ->
            Refusal.of(
                effect.span(),
                "%s is a %s%s, not a %s"
                    .formatted(
                        n.name().dotted(),
                        known.kindOf(n),
                        known.created(n),
                        written.kind().words()),
                "write COMMENT ON %s".formatted(n.kind().words().toUpperCase(Locale.ROOT)),
                n));
  }

  private static Optional<Refusal> published(ObjectEffect.Publishes effect, Known known) {
    if (effect.change() == ObjectEffect.Publishing.DROP) {
      return Optional.empty();
    }
    for (var table : effect.published().tables()) {
      var wrong =
          require(
              table.name(),
              EnumSet.of(ObjectKind.TABLE),
              "cannot be published",
              table.span(),
              known);
      if (wrong.isPresent()) {
        return wrong;
      }
      var found = known.table(table.name());
      if (found.isPresent() && found.get().persistence() != Persistence.PERMANENT) {
        return Refusal.of(
            table.span(),
            "%s is %s%s, and such tables cannot be published"
                .formatted(
                    found.get().qualifiedName().dotted(),
                    found.get().persistence().name().toLowerCase(Locale.ROOT),
                    known.created(found.get().name())),
            "publish another table",
            found.get().name());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> granted(PrivilegeEffect.ChangesPrivileges effect, Known known) {
    return effect.objects().stream()
        .flatMap(o -> granted(o, effect.span(), known).stream())
        .findFirst();
  }

  private static Optional<Refusal> granted(ObjectName object, Span span, Known known) {
    return switch (object.kind()) {
      case SEQUENCE ->
          require(object.name(), EnumSet.of(ObjectKind.SEQUENCE), "is not a sequence", span, known);
      case TABLE ->
          require(
              object.name(),
              EnumSet.complementOf(EnumSet.of(ObjectKind.INDEX)),
              "has no privileges",
              span,
              known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> maintained(Maintains effect, Known known) {
    var object = effect.object();
    if (object == null) {
      return Optional.empty();
    }
    if (effect.maintenance() == Maintenance.CLUSTER && object.kind() == ObjectKind.TABLE) {
      return require(
          object.name(),
          EnumSet.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW),
          "cannot be clustered",
          effect.span(),
          known);
    }
    if (effect.maintenance() != Maintenance.REINDEX) {
      return Optional.empty();
    }
    return switch (object.kind()) {
      case INDEX ->
          require(
              object.name(), EnumSet.of(ObjectKind.INDEX), "is not an index", effect.span(), known);
      case TABLE, RELATION ->
          require(
              object.name(),
              EnumSet.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW),
              "has no indexes to rebuild",
              effect.span(),
              known);
      default -> Optional.empty();
    };
  }

  private static boolean isNextval(RowsEffect.NamesRelation effect, Known known) {
    return known
            .view()
            .text(effect.span())
            .toLowerCase(Locale.ROOT)
            .matches("nextval|setval|currval")
        && MissingRelations.isByText(effect, known);
  }

  // Foreign keys

  private static Optional<Refusal> parents(List<Constraint> constraints, Known known) {
    for (var constraint : constraints) {
      if (constraint.rule() instanceof ForeignKey key) {
        var found =
            require(
                key.parent(),
                EnumSet.of(ObjectKind.TABLE),
                "no foreign key can reference",
                key.parentSpan(),
                known);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  // Triggers, rules and policies

  private static Optional<Refusal> attached(AttachedEffect effect, Known known) {
    return switch (effect) {
      case AttachedEffect.CreatesPolicy _, AttachedEffect.AltersPolicy _ ->
          require(
              effect.table(),
              EnumSet.of(ObjectKind.TABLE),
              "has no policies",
              effect.span(),
              known);
      case AttachedEffect.CreatesTrigger e -> trigger(e, known);
      case AttachedEffect.CreatesRule _ ->
          require(
              effect.table(),
              EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW),
              "has no rules",
              effect.span(),
              known);
    };
  }

  private static Optional<Refusal> trigger(AttachedEffect.CreatesTrigger effect, Known known) {
    var relation = known.relation(effect.table());
    if (relation.isEmpty()) {
      return Optional.empty();
    }
    var kind = relation.get().kind();
    var instead = effect.fires().timing() == TriggerTiming.INSTEAD_OF;
    var isView = kind == ObjectKind.VIEW;
    if (!isView && !TABLES.contains(kind)) {
      return refusal(relation.get(), "has no triggers", effect.span(), known);
    }
    if (instead && !isView) {
      return refusal(relation.get(), "has no INSTEAD OF triggers", effect.span(), known);
    }
    return !instead && isView && effect.fires().forEachRow()
        ? refusal(
            relation.get(), "has no BEFORE or AFTER triggers for each row", effect.span(), known)
        : Optional.empty();
  }
}
