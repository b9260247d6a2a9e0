package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A type, function, schema, constraint, trigger or policy that a statement names and that does not
/// exist.
final class MissingObjects implements Refusals {

  private static final Set<ObjectKind> PARTS =
      Set.of(ObjectKind.CONSTRAINT, ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsColumn.class,
        AltersColumnType.class,
        CreatesRoutine.class,
        CreatesView.class,
        CreatesSequence.class,
        TypeEffect.class,
        PrivilegeEffect.ChangesPrivileges.class,
        PrivilegeEffect.ChangesDefaultPrivileges.class,
        TableEffect.DropsConstraint.class,
        TableEffect.ValidatesConstraint.class,
        TableEffect.AltersConstraint.class,
        TableEffect.AltersTable.class,
        AttachedEffect.AltersPolicy.class,
        ObjectEffect.class,
        CallsRoutine.class,
        CreatesTrigger.class,
        RoutineEffect.AltersRoutine.class,
        Effect.NamesObject.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return type(effect, known)
        .or(() -> schema(effect, known))
        .or(() -> part(effect, known))
        .or(() -> object(effect, known));
  }

  // Types

  private static Optional<Refusal> type(Effect effect, Known known) {
    for (var type : types(effect)) {
      if (known.catalog().isMissingType(type)) {
        return noType(known.type(type).name(), effect.span(), known);
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> noType(QualifiedName type, Span span, Known known) {
    return Refusal.of(
            span,
            "type %s does not exist: %s"
                .formatted(
                    type.dotted(),
                    known.gone(
                        ObjectName.of(ObjectKind.TYPE, type), "no earlier migration creates it")),
            "create the type, or the extension that brings it, first; " + Known.FROM_OUTSIDE)
        .map(refusal ->
            known.isGone(ObjectName.of(ObjectKind.TYPE, type)) ? refusal : refusal.lacking(type));
  }

  private static List<TypeName> types(Effect effect) {
    var types = new ArrayList<TypeName>();
    switch (effect) {
      case CreatesTable e ->
          e.definition()
              .columns()
              .forEach(c -> Optional.ofNullable(c.type()).ifPresent(types::add));
      case AddsColumn e -> Optional.ofNullable(e.column().type()).ifPresent(types::add);
      case AltersColumnType e -> types.add(e.type());
      case TypeEffect.CreatesComposite e ->
          e.attributes().forEach(c -> Optional.ofNullable(c.type()).ifPresent(types::add));
      case TypeEffect.CreatesDomain e -> types.add(e.base());
      // A function that is created with an unknown type in C makes a shell type of it.
      case CreatesRoutine e when e.language().equals("sql") || e.language().equals("plpgsql") -> {
        e.arguments().forEach(a -> types.add(a.type()));
        e.returnsTable().forEach(a -> types.add(a.type()));
        Optional.ofNullable(e.returns()).ifPresent(types::add);
      }
      default -> {}
    }
    return types;
  }

  // Schemas

  private static Optional<Refusal> schema(Effect effect, Known known) {
    if (isForgiven(effect)) {
      return Optional.empty();
    }
    if (effect instanceof ObjectEffect.CreatesExtension extension) {
      return extension.schema() == null || extension.ifNotExists()
          ? Optional.empty()
          : schema(extension.schema(), extension.span(), known);
    }
    var named = schemas(effect);
    for (var schema : named) {
      var found = schema(schema, effect.span(), known);
      if (found.isPresent()) {
        return found;
      }
    }
    var isCreation =
        switch (effect) {
          case CreatesTable _, CreatesRoutine _, CreatesView _, CreatesSequence _, TypeEffect _ ->
              true;
          case Drops drops -> drops.object().kind() == ObjectKind.SCHEMA;
          default -> false;
        };
    if (!isCreation || effect.touches().isEmpty()) {
      return Optional.empty();
    }
    var object = effect.touches().getFirst().object();
    var schema = object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema();
    return schema == null ? Optional.empty() : schema(schema, effect.span(), known);
  }

  /// Schemas that a statement names apart from its objects.
  private static List<String> schemas(Effect effect) {
    return switch (effect) {
      case ObjectEffect.MovesToSchema e -> List.of(e.newSchema());
      case PrivilegeEffect.ChangesPrivileges e ->
          Stream.concat(
                  e.allInSchemas().stream(),
                  e.objects().stream()
                      .filter(o -> o.kind() == ObjectKind.SCHEMA)
                      .map(o -> o.name().name()))
              .toList();
      case PrivilegeEffect.ChangesDefaultPrivileges e -> e.schemas();
      case ObjectEffect.Renames e -> ofSchema(e.object());
      case ObjectEffect.Comments e -> ofSchema(e.object());
      case ObjectEffect.ChangesOwner e -> ofSchema(e.object());
      default -> List.of();
    };
  }

  private static List<String> ofSchema(ObjectName object) {
    return object.kind() == ObjectKind.SCHEMA ? List.of(object.name().name()) : List.of();
  }

  private static Optional<Refusal> schema(String schema, Span span, Known known) {
    if (!known.catalog().isMissingSchema(schema)) {
      return Optional.empty();
    }
    var name = ObjectName.of(ObjectKind.SCHEMA, schema);
    return Refusal.of(
        span,
        "schema %s does not exist: %s"
            .formatted(schema, known.gone(name, "no earlier migration creates it")),
        "create it first: CREATE SCHEMA %s; %s"
            .formatted(Identifier.quoted(schema), Known.FROM_OUTSIDE),
        name);
  }

  private static boolean isForgiven(Effect effect) {
    return switch (effect) {
      case Drops e -> e.ifExists();
      case ObjectEffect.Renames e -> e.ifExists();
      case ObjectEffect.MovesToSchema e -> e.ifExists();
      default -> false;
    };
  }

  // Parts of relations

  private static Optional<Refusal> part(Effect effect, Known known) {
    return switch (effect) {
      case TableEffect.DropsConstraint e when !e.ifExists() ->
          part(ObjectName.constraint(known.name(e.table()), e.constraint()), e.span(), known);
      case TableEffect.ValidatesConstraint e ->
          part(ObjectName.constraint(known.name(e.table()), e.constraint()), e.span(), known);
      case TableEffect.AltersConstraint e ->
          part(ObjectName.constraint(known.name(e.table()), e.constraint()), e.span(), known);
      case TableEffect.AltersTable e -> trigger(e, known);
      case AttachedEffect.AltersPolicy e ->
          part(
              ObjectName.part(ObjectKind.POLICY, known.name(e.table()), e.name()), e.span(), known);
      case ObjectEffect e when !isForgiven(e) && PARTS.contains(e.object().kind()) ->
          part(e.object().named(known.name(e.object().name())), e.span(), known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> trigger(TableEffect.AltersTable effect, Known known) {
    var kind =
        switch (effect.change()) {
          case ENABLE_TRIGGER, DISABLE_TRIGGER -> ObjectKind.TRIGGER;
          case ENABLE_RULE, DISABLE_RULE -> ObjectKind.RULE;
          default -> null;
        };
    var written = effect.value().replaceFirst("^(always|replica) ", "");
    if (kind == null
        || effect.target().ifExists()
        || written.equals("all")
        || written.equals("user")) {
      return Optional.empty();
    }
    return part(
        ObjectName.part(kind, known.name(effect.table()), unquoted(written)), effect.span(), known);
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /// All parts of a relation that a script created are known, those of `NOT NULL` before 18 aside.
  private static Optional<Refusal> part(ObjectName part, Span span, Known known) {
    var isKnown =
        known.catalog().find(part).isPresent()
            || known.relationNamed(part.name()).isEmpty()
            || !known.catalog().hasAllColumns(part.name())
            || isAddedHere(part, known);
    if (isKnown || isDoubtful(part, known)) {
      return Optional.empty();
    }
    return Refusal.of(
        span,
        "%s has no %s %s%s"
            .formatted(
                part.name().dotted(),
                part.kind().words(),
                Identifier.quoted(part.own()),
                known.gone(part, "").isEmpty() ? "" : ": " + known.gone(part, "")),
        others(part, known),
        ObjectName.table(part.name()));
  }

  private static boolean isAddedHere(ObjectName part, Known known) {
    return known
        .subcommands(TableEffect.AddsConstraint.class)
        .anyMatch(a -> part.own().equals(a.constraint().name()));
  }

  private static boolean isDoubtful(ObjectName part, Known known) {
    return !known.catalog().isMissingPart(part);
  }

  private static String others(ObjectName part, Known known) {
    var names =
        part.kind() == ObjectKind.CONSTRAINT
            ? known.catalog().constraints(part.name()).stream().map(c -> c.part()).toList()
            : List.<String>of();
    var otherwise =
        names.isEmpty()
            ? "remove the statement, or name one that exists"
            : "the table has " + String.join(", ", names);
    return Known.near(part.own(), names, otherwise);
  }

  // Other objects

  private static Optional<Refusal> object(Effect effect, Known known) {
    return switch (effect) {
      case CallsRoutine e when e.kind() != ObjectKind.AGGREGATE ->
          routine(e.routine(), e.span(), known);
      case CreatesTrigger e -> routine(e.function(), e.span(), known);
      case Drops e when !e.ifExists() -> dropped(e, known);
      case ObjectEffect.Renames e when !e.ifExists() -> named(e.object(), e.span(), known);
      case ObjectEffect.MovesToSchema e when !e.ifExists() -> named(e.object(), e.span(), known);
      case ObjectEffect.Comments e -> named(e.object(), e.span(), known);
      case ObjectEffect.ChangesOwner e -> named(e.object(), e.span(), known);
      case RoutineEffect.AltersRoutine e -> named(e.routine(), e.span(), known);
      case PrivilegeEffect.ChangesPrivileges e ->
          e.objects().stream().flatMap(o -> named(o, e.span(), known).stream()).findFirst();
      case Effect.NamesObject e
          when e.object().kind() == ObjectKind.TYPE || e.object().kind() == ObjectKind.CONSTRAINT ->
          named(e.object(), e.span(), known);
      case TypeEffect.AddsEnumValue e -> changedType(e, known);
      case TypeEffect.RenamesEnumValue e -> changedType(e, known);
      case TypeEffect.AltersAttribute e -> changedType(e, known);
      case TypeEffect.AltersDomain e -> changedType(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> changedType(TypeEffect effect, Known known) {
    var type = new TypeName(effect.type(), List.of(), 0, false, null);
    return known.catalog().isMissingType(type)
        ? noType(known.type(type).name(), effect.span(), known)
        : Optional.empty();
  }

  /// A call with one argument may also name a column of it: `name(t)`.
  private static Optional<Refusal> routine(QualifiedName function, Span span, Known known) {
    if (!known.catalog().isMissingRoutine(function)) {
      return Optional.empty();
    }
    return Refusal.of(
            span,
            "function %s does not exist: no earlier migration creates it"
                .formatted(function.dotted()),
            "create the function, or the extension that brings it, first; " + Known.FROM_OUTSIDE)
        .map(refusal -> refusal.lacking(function));
  }

  /// A routine or a type.
  private static Optional<Refusal> named(ObjectName object, Span span, Known known) {
    if (object.kind().isRoutine()) {
      return object.kind() == ObjectKind.AGGREGATE
          ? Optional.empty()
          : routine(object.name(), span, known);
    }
    if (object.kind() != ObjectKind.TYPE && object.kind() != ObjectKind.DOMAIN) {
      return Optional.empty();
    }
    var type = new TypeName(object.name(), List.of(), 0, false, null);
    return known.catalog().isMissingType(type)
        ? noType(known.type(type).name(), span, known)
        : Optional.empty();
  }

  private static Optional<Refusal> dropped(Drops drops, Known known) {
    var object = known.catalog().object(drops.object());
    return switch (object.kind()) {
      case TYPE, DOMAIN -> {
        var type = new TypeName(drops.object().name(), List.of(), 0, false, null);
        yield known.catalog().isMissingType(type)
            ? noType(known.type(type).name(), drops.span(), known)
            : Optional.empty();
      }
      case EXTENSION, PUBLICATION, EVENT_TRIGGER -> {
        var isMissing =
            object.kind() == ObjectKind.PUBLICATION
                ? known.catalog().isMissingObject(object)
                : known.catalog().isGone(object);
        yield isMissing
            ? Refusal.of(
                drops.span(),
                "%s does not exist: %s"
                    .formatted(
                        object.words(), known.gone(object, "no earlier migration creates it")),
                "remove the statement",
                object)
            : Optional.empty();
      }
      default ->
          object.kind().isRoutine()
              ? routine(drops.object().name(), drops.span(), known)
              : Optional.empty();
    };
  }
}
