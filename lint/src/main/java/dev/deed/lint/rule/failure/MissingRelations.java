package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.AttachesIndex;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AddsParent;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.DropsParent;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table, view, sequence or index that a statement names and that does not exist.
final class MissingRelations implements Refusals {

  private static final Pattern IF_EXISTS = Pattern.compile("(?i)\\bif\\s+exists\\b");

  /// Text that means a relation as soon as the statement is read: `nextval('s')`, `'t'::regclass`.
  private static final Pattern BY_TEXT =
      Pattern.compile(
          "(?is)(nextval|currval|setval|pg_relation_size|pg_table_size|pg_indexes_size|pg_total_relation_size)"
              + "\\s*\\(\\s*'[^']*'\\s*(::\\s*regclass\\s*)?[,)]|::\\s*regclass\\b|regclass\\s*'");

  private record Named(QualifiedName name, Span span, boolean isIndex) {
    Named(QualifiedName name, Span span) {
      this(name, span, false);
    }

    boolean isMissing(Known known) {
      return isIndex ? known.isMissingIndex(name) : known.isMissing(name);
    }
  }

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        Altering.class,
        CreatesIndex.class,
        AttachesIndex.class,
        AttachedEffect.class,
        RefreshesView.class,
        AltersSequence.class,
        CreatesSequence.class,
        RowsEffect.class,
        Maintains.class,
        ObjectEffect.class,
        ChangesPrivileges.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (isForgiven(effect, known)) {
      return Optional.empty();
    }
    for (var named : names(effect, known)) {
      var created = effect instanceof CreatesTable table ? table.table() : null;
      if (!named.name().equals(created) && named.isMissing(known)) {
        return refusal(named.name(), named.span(), known);
      }
    }
    return Optional.empty();
  }

  /// `ALTER ... IF EXISTS ... OWNER TO`, and what an earlier name of the same `DROP` took with it.
  private static boolean isForgiven(Effect effect, Known known) {
    return switch (effect) {
      case ObjectEffect.ChangesOwner _ ->
          IF_EXISTS.matcher(known.view().text(known.view().statement().span())).find();
      case ObjectEffect.Drops drops ->
          (drops.cascade() || isDroppedHere(drops, known))
              && known
                  .subcommands(ObjectEffect.Drops.class)
                  .findFirst()
                  .filter(first -> !first.equals(drops))
                  .isPresent();
      default -> false;
    };
  }

  private static boolean isDroppedHere(ObjectEffect.Drops drops, Known known) {
    return known
        .catalog()
        .origin(known.catalog().object(drops.object()))
        .filter(p -> p.span().equals(known.view().statement().span()))
        .isPresent();
  }

  static Optional<Refusal> refusal(QualifiedName written, Span span, Known known) {
    var name = known.name(written);
    var reason =
        "%s does not exist: %s"
            .formatted(
                name.dotted(),
                known.gone(
                    ObjectName.of(ObjectKind.RELATION, name), "no earlier migration creates it"));
    return Refusal.of(
            span,
            reason,
            known
                .catalog()
                .nearestRelation(name)
                .map(Known::meant)
                .orElse("create it first; " + Known.FROM_OUTSIDE),
            ObjectName.table(name))
        .map(refusal ->
            known.isGone(ObjectName.of(ObjectKind.RELATION, name))
                ? refusal
                : refusal.lacking(name));
  }

  private static List<Named> names(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e -> ofTable(e, known);
      case Altering e -> e.target().ifExists() ? List.of() : ofAltering(e);
      case CreatesIndex e -> List.of(new Named(e.table(), e.tableSpan()));
      case AttachesIndex e ->
          List.of(new Named(e.parent(), e.span()), new Named(e.child(), e.childSpan()));
      case AttachedEffect e -> List.of(new Named(e.table(), e.attachment().tableSpan()));
      case RefreshesView e -> List.of(new Named(e.view(), e.span()));
      case AltersSequence e ->
          e.ifExists() ? List.of() : List.of(new Named(e.sequence(), e.span()));
      case CreatesSequence e -> owner(e);
      case RowsEffect.NamesRelation e ->
          isByText(e, known) && !isType(e.relation(), known)
              ? List.of(new Named(e.relation(), e.span()))
              : List.of();
      case RowsEffect e -> List.of(new Named(e.relation(), e.span()));
      case Maintains e -> {
        var object = e.object();
        yield object != null && isType(object.name(), known)
            ? List.of()
            : relation(object, e.span());
      }
      case ObjectEffect e -> ofObject(e);
      case ChangesPrivileges e ->
          e.objects().stream().flatMap(o -> relation(o, e.span()).stream()).toList();
      default -> List.of();
    };
  }

  /// Whether the name is looked up when the statement is read.
  static boolean isByText(RowsEffect.NamesRelation effect, Known known) {
    return BY_TEXT.matcher(textFrom(effect.span().start(), known)).lookingAt();
  }

  /// A composite type is a relation as well: `'t'::regclass` finds it, `ANALYZE` passes over it.
  private static boolean isType(QualifiedName written, Known known) {
    return known.catalog().type(known.catalog().created(written)).isPresent();
  }

  private static String textFrom(int start, Known known) {
    return known
        .view()
        .script()
        .text()
        .substring(start, Math.max(start, known.view().statement().span().end()));
  }

  private static List<Named> owner(CreatesSequence effect) {
    var table = effect.options().ownedBy();
    return table == null ? List.of() : List.of(new Named(table, effect.span()));
  }

  private static List<Named> relation(@Nullable ObjectName object, Span span) {
    return object != null && object.kind().isRelation()
        ? List.of(new Named(object.name(), span, object.kind() == ObjectKind.INDEX))
        : List.of();
  }

  /// A part of a relation needs its relation, but `IF EXISTS` forgives that as well.
  private static List<Named> ofObject(ObjectEffect effect) {
    var isForgiven =
        switch (effect) {
          case ObjectEffect.Drops e -> e.ifExists();
          case ObjectEffect.Renames e -> e.ifExists();
          case ObjectEffect.MovesToSchema e -> e.ifExists();
          case ObjectEffect.Creates _,
              ObjectEffect.CreatesExtension _,
              ObjectEffect.ImportsTables _ ->
              true;
          default -> false;
        };
    if (isForgiven) {
      return List.of();
    }
    if (effect instanceof ObjectEffect.Publishes publishes) {
      return publishes.published().tables().stream()
          .map(t -> new Named(t.name(), t.span()))
          .toList();
    }
    var object = effect.object();
    // A composite type has attributes that are named like columns.
    return object.kind().isRelation()
            || (object.kind().isPartOfRelation() && object.kind() != ObjectKind.COLUMN)
        ? List.of(new Named(object.name(), effect.span(), object.kind() == ObjectKind.INDEX))
        : List.of();
  }

  private static List<Named> ofAltering(Altering effect) {
    var names = new ArrayList<Named>();
    names.add(new Named(effect.table(), effect.target().span()));
    switch (effect) {
      case AddsConstraint e -> parent(e.constraint(), names);
      case AttachesPartition e -> names.add(new Named(e.partition(), e.partitionSpan()));
      case DetachesPartition e -> names.add(new Named(e.partition(), e.partitionSpan()));
      case AddsParent e -> names.add(new Named(e.parent(), e.parentSpan()));
      case DropsParent e -> names.add(new Named(e.parent(), e.parentSpan()));
      default -> {}
    }
    return names;
  }

  private static List<Named> ofTable(CreatesTable effect, Known known) {
    var names = new ArrayList<Named>();
    TableDefinition definition = effect.definition();
    definition.inherits().forEach(p -> names.add(new Named(p.name(), p.span())));
    if (definition.partitionOf() != null) {
      names.add(new Named(definition.partitionOf().parent(), definition.partitionOf().span()));
    }
    // A composite type can be copied as well.
    definition.likes().stream()
        .filter(l -> !isType(l.source(), known))
        .forEach(l -> names.add(new Named(l.source(), l.span())));
    definition.constraints().forEach(c -> parent(c, names));
    return names;
  }

  private static void parent(Constraint constraint, List<Named> names) {
    if (constraint.rule() instanceof ForeignKey key) {
      names.add(new Named(key.parent(), key.parentSpan()));
    }
  }
}
