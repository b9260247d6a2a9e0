package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import java.util.List;
import java.util.Optional;

/// An object that is created under a name that another one has.
final class TakenNames implements Refusals {

  private static final String ADVICE =
      "choose another name, drop or rename the older one first, or remove the statement";

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        CreatesSequence.class,
        CreatesView.class,
        CreatesIndex.class,
        AddsColumn.class,
        AddsConstraint.class,
        AttachedEffect.class,
        CreatesRoutine.class,
        TypeEffect.class,
        ObjectEffect.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e when !e.ifNotExists() ->
          rowType(e.table(), isTemporary(e.definition().persistence()), e.span(), known);
      case CreatesSequence e when !e.ifNotExists() ->
          relation(e.sequence(), isTemporary(e.persistence()), e.span(), known);
      case CreatesView e when !e.ifNotExists() -> view(e, known);
      case CreatesIndex e when !e.ifNotExists() && e.name() != null -> index(e, known);
      case AddsColumn e when !e.ifNotExists() -> column(e, known);
      case AddsConstraint e -> constraint(e, known);
      case AttachedEffect e -> attached(e, known);
      case CreatesRoutine e when !e.orReplace() -> routine(e, known);
      case TypeEffect.AddsEnumValue e when !e.ifNotExists() -> label(e, known);
      case TypeEffect.RenamesEnumValue e -> label(e, known);
      case TypeEffect e -> type(e, known);
      case ObjectEffect e -> object(e, known);
      default -> Optional.empty();
    };
  }

  private static boolean isTemporary(Persistence persistence) {
    return persistence == Persistence.TEMPORARY;
  }

  static Optional<Refusal> taken(ObjectName by, Span span, Known known) {
    return Refusal.of(
        span, "%s exists already%s".formatted(words(by, known), known.created(by)), ADVICE, by);
  }

  private static String words(ObjectName by, Known known) {
    return by.kind().isRelation() ? known.kindOf(by) + " " + by.text() : by.words();
  }

  // Relations and types

  private static Optional<Refusal> relation(
      QualifiedName written, boolean temporary, Span span, Known known) {
    var name =
        temporary ? QualifiedName.of("pg_temp", written.name()) : known.catalog().created(written);
    return known.relationNamed(name).flatMap(n -> taken(n, span, known));
  }

  /// A table has a row type of its name.
  private static Optional<Refusal> rowType(
      QualifiedName written, boolean temporary, Span span, Known known) {
    var found = relation(written, temporary, span, known);
    return found.isPresent() || temporary
        ? found
        : typeNamed(known.catalog().created(written), known).flatMap(t -> taken(t, span, known));
  }

  private static Optional<ObjectName> typeNamed(QualifiedName name, Known known) {
    return known.catalog().type(name).map(DataType::name).filter(known.catalog()::isCertain);
  }

  private static Optional<Refusal> view(CreatesView effect, Known known) {
    if (!effect.orReplace()) {
      return rowType(effect.view(), effect.temporary(), effect.span(), known);
    }
    var name = known.catalog().created(effect.view());
    return effect.temporary()
        ? Optional.empty()
        : known
            .relationNamed(name)
            .filter(n -> n.kind() != ObjectKind.VIEW)
            .flatMap(n ->
                Refusal.of(
                    effect.span(),
                    "%s is a %s%s, which CREATE OR REPLACE VIEW cannot replace"
                        .formatted(name.dotted(), known.kindOf(n), known.created(n)),
                    "choose another name, or drop the %s first".formatted(known.kindOf(n)),
                    n));
  }

  private static Optional<Refusal> index(CreatesIndex effect, Known known) {
    var table = known.name(effect.table());
    return known
        .relationNamed(table.renamed(String.valueOf(effect.name())))
        .flatMap(n -> taken(n, effect.span(), known));
  }

  private static Optional<Refusal> type(TypeEffect effect, Known known) {
    if (effect instanceof TypeEffect.AltersDomain alters) {
      return domainConstraint(alters, known);
    }
    var isCreation =
        effect instanceof TypeEffect.CreatesEnum
            || effect instanceof TypeEffect.CreatesComposite
            || effect instanceof TypeEffect.CreatesRange
            || effect instanceof TypeEffect.CreatesDomain;
    if (!isCreation) {
      return Optional.empty();
    }
    var name = known.catalog().created(effect.type());
    return typeNamed(name, known)
        .or(() ->
            known
                .relationNamed(name)
                .filter(n ->
                    n.kind() != ObjectKind.INDEX
                        && (n.kind() != ObjectKind.SEQUENCE
                            || effect instanceof TypeEffect.CreatesComposite)))
        .flatMap(n -> taken(n, effect.span(), known));
  }

  private static Optional<Refusal> domainConstraint(TypeEffect.AltersDomain effect, Known known) {
    var added = effect.constraint();
    var name = added == null ? null : added.name();
    if (name == null) {
      return Optional.empty();
    }
    return known
        .catalog()
        .type(known.type(new TypeName(effect.type(), List.of(), 0, false, null)).name())
        .filter(t -> known.catalog().isCertain(t.name()))
        .filter(t ->
            t instanceof DomainType domain
                && domain.checks().stream().anyMatch(c -> c.name().equals(name)))
        .flatMap(t ->
            Refusal.of(
                effect.span(),
                "%s has a constraint %s already".formatted(t.name().text(), name),
                "choose another name",
                t.name()));
  }

  // Parts of tables

  private static Optional<Refusal> column(AddsColumn effect, Known known) {
    var name = effect.column().name();
    if (Known.isSystemColumn(name)) {
      return Refusal.of(
          effect.column().span(),
          "%s is the name of a system column that every table has".formatted(name),
          "choose another name");
    }
    var inherited = known.column(effect.table(), name).filter(c -> !isDroppedHere(name, known));
    return inherited.flatMap(c ->
        Refusal.of(
            effect.column().span(),
            "%s exists already as %s%s"
                .formatted(c.name().text(), c.type().text(), known.created(c.name())),
            "choose another name, or remove the statement",
            c.name()));
  }

  private static boolean isDroppedHere(String column, Known known) {
    return known
        .subcommands(dev.deed.sql.effect.TableEffect.DropsColumn.class)
        .anyMatch(d -> d.column().equals(column));
  }

  private static Optional<Refusal> constraint(AddsConstraint effect, Known known) {
    var name = effect.constraint().name();
    if (name == null) {
      return Optional.empty();
    }
    var object = ObjectName.constraint(known.name(effect.table()), name);
    if (known.catalog().isCertain(object) && !isMerged(effect, object, known)) {
      return isDroppedHere(effect, known) ? Optional.empty() : taken(object, effect.span(), known);
    }
    return isKey(effect.constraint())
        ? known
            .relationNamed(object.name().renamed(name))
            .filter(n -> !isDroppedHere(effect, known))
            .flatMap(n -> taken(n, effect.span(), known))
        : Optional.empty();
  }

  private static boolean isDroppedHere(AddsConstraint effect, Known known) {
    return known
        .subcommands(DropsConstraint.class)
        .anyMatch(d -> d.constraint().equals(effect.constraint().name()));
  }

  /// A parent's check, or `NOT NULL`, merges with the table's own.
  private static boolean isMerged(AddsConstraint effect, ObjectName object, Known known) {
    return known
            .catalog()
            .constraint(object.name(), object.own())
            .filter(c -> c.inherited() && !c.local())
            .isPresent()
        || effect.constraint().rule() instanceof Constraint.NotNull;
  }

  /// Whether it has an index of its name; one that is given is renamed.
  private static boolean isKey(Constraint constraint) {
    return switch (constraint.rule()) {
      case Constraint.Unique unique -> unique.usingIndex() == null;
      case Constraint.PrimaryKey key -> key.usingIndex() == null;
      case Constraint.Exclude _ -> true;
      case Constraint.Check _, Constraint.NotNull _, Constraint.ForeignKey _ -> false;
    };
  }

  private static Optional<Refusal> attached(AttachedEffect effect, Known known) {
    var kind =
        switch (effect) {
          case AttachedEffect.CreatesTrigger e -> e.orReplace() ? null : ObjectKind.TRIGGER;
          case AttachedEffect.CreatesRule e -> e.orReplace() ? null : ObjectKind.RULE;
          case AttachedEffect.CreatesPolicy _ -> ObjectKind.POLICY;
          case AttachedEffect.AltersPolicy _ -> null;
        };
    if (kind == null) {
      return Optional.empty();
    }
    var name = ObjectName.part(kind, known.name(effect.table()), effect.name());
    return known.catalog().isCertain(name) ? taken(name, effect.span(), known) : Optional.empty();
  }

  // Others

  private static Optional<Refusal> routine(CreatesRoutine effect, Known known) {
    var name = known.catalog().created(effect);
    return known.catalog().routines(name.name()).stream()
        .filter(r -> r.name().arguments().equals(name.arguments()))
        .filter(r -> known.catalog().isCertain(r.name()))
        .findFirst()
        .flatMap(r ->
            Refusal.of(
                effect.span(),
                "%s exists already%s".formatted(r.name().words(), known.created(r.name())),
                "write CREATE OR REPLACE, or choose another name",
                r.name()));
  }

  private static Optional<Refusal> label(TypeEffect.AddsEnumValue effect, Known known) {
    return Enums.of(effect.type(), known)
        .filter(e -> e.labels().contains(effect.label()))
        .flatMap(e -> label(e, effect.label(), effect.span(), known));
  }

  private static Optional<Refusal> label(TypeEffect.RenamesEnumValue effect, Known known) {
    return Enums.of(effect.type(), known)
        .filter(e -> e.labels().contains(effect.newLabel()))
        .flatMap(e -> label(e, effect.newLabel(), effect.span(), known));
  }

  private static Optional<Refusal> label(EnumType type, String label, Span span, Known known) {
    return Refusal.of(
        span,
        "%s has the value '%s' already%s"
            .formatted(type.name().name().dotted(), label, known.created(type.name())),
        "choose another value, or remove the statement",
        type.name());
  }

  private static Optional<Refusal> object(ObjectEffect effect, Known known) {
    return switch (effect) {
      case ObjectEffect.Creates e when !e.orReplace() && !e.ifNotExists() -> same(e, known);
      case ObjectEffect.CreatesExtension e when !e.ifNotExists() -> same(e, known);
      case ObjectEffect.Publishes e when e.change() == ObjectEffect.Publishing.CREATE ->
          same(e, known);
      case ObjectEffect.Renames e -> Renamings.taken(e, known);
      case ObjectEffect.MovesToSchema e -> Renamings.taken(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> same(ObjectEffect effect, Known known) {
    var object = effect.object();
    // CURRENT_USER may be a role that has a mapping, or not.
    if (object.kind() == ObjectKind.USER_MAPPING) {
      return Optional.empty();
    }
    if (object.kind() == ObjectKind.SCHEMA && object.name().name().startsWith("pg_")) {
      return Refusal.of(
          effect.span(), "schema names that begin with pg_ are reserved", "choose another name");
    }
    var name =
        object.kind().isInSchema() ? object.named(known.catalog().created(object.name())) : object;
    return known.catalog().isCertain(name) ? taken(name, effect.span(), known) : Optional.empty();
  }
}
