package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds objects that a service gives the name of another service's object, so that what names that
/// one may then mean the new one: functions, aggregates and operators that one call could mean, and
/// objects of any kind in a schema that comes earlier on the search path.
final class OverloadCheck {

  private OverloadCheck() {}

  /// @param added the object that gets the name of the other
  /// @param hides whether every use of the name without a schema means the added one
  record Overload(
      ObjectName added, ObjectName existing, ServiceName owner, boolean hides, Span span) {

    private String message(ServiceName service) {
      return hides
          ? "service %s makes %s, which hides %s of service %s: it comes earlier on the search path, and what uses the name without a schema then means the new one"
              .formatted(service, added.words(), existing.words(), owner)
          : "service %s gives %s the name of %s, which service %s created: what calls that %s may then call the new one"
              .formatted(
                  service,
                  added.words(),
                  existing.words(),
                  owner,
                  existing.kind() == ObjectKind.OPERATOR ? "operator" : "function");
    }
  }

  static List<Finding> of(OwnershipMessages asking, OwnedStatement statement) {
    var findings = new ArrayList<Finding>();
    for (var overload : statement.overloads()) {
      var owner = overload.owner();
      if (!owner.equals(asking.service())) {
        findings.add(
            asking.error(
                OwnershipRules.NOT_OWNER,
                overload.span(),
                overload.message(asking.service()),
                "choose another name or another schema, or ask %s to make this change, in %s"
                    .formatted(asking.peopleOf(owner), asking.folderOf(owner)),
                asking.subject(overload.existing(), owner)));
      }
    }
    return findings;
  }

  /// The objects of services that the effect puts another one next to, or before.
  ///
  /// @param subject what the effect names first
  static List<Overload> of(Effect effect, ObjectName subject, Catalog catalog, OwnerRules rules) {
    if (effect instanceof Renames renames && subject.kind() == ObjectKind.SCHEMA) {
      return in(subject.name().name(), catalog)
          .flatMap(o ->
              of(effect, o, o.name().in(renames.newName()), catalog, rules).stream()
                  .filter(Overload::hides))
          .toList();
    }
    var name = newName(effect, subject);
    return name == null ? List.of() : of(effect, subject, name, catalog, rules);
  }

  /// The objects whose names a rename of the schema changes.
  private static Stream<ObjectName> in(String schema, Catalog catalog) {
    return Stream.of(ObjectKind.values())
        .filter(OverloadCheck::isNamedInSchema)
        .flatMap(kind -> catalog.objects(kind).stream())
        .filter(o -> schema.equals(o.name().schema()));
  }

  private static List<Overload> of(
      Effect effect, ObjectName subject, QualifiedName name, Catalog catalog, OwnerRules rules) {
    var overloads = new ArrayList<Overload>();
    var added = subject.named(name);
    var path = rules.searchPath();
    var place = path.indexOf(String.valueOf(name.schema()));
    for (var schema : place < 0 ? List.of(String.valueOf(name.schema())) : path) {
      var isLater = place >= 0 && path.indexOf(schema) > place;
      for (var existing : named(subject, name.in(schema), catalog)) {
        if (!existing.equals(added) && !existing.equals(subject)) {
          var hides = isLater && isCalledLike(existing, added);
          if (hides || isOverloaded(effect, subject, existing, catalog)) {
            rules
                .of(existing)
                .service()
                .ifPresent(
                    o -> overloads.add(new Overload(added, existing, o, hides, effect.span())));
          }
        }
      }
    }
    return overloads;
  }

  /// Null if the effect gives no name in a schema.
  static @Nullable QualifiedName newName(Effect effect, ObjectName subject) {
    if (!isNamedInSchema(subject.kind())) {
      return null;
    }
    return switch (effect) {
      case Renames e -> subject.name().renamed(e.newName());
      case MovesToSchema e -> subject.name().in(e.newSchema());
      default -> StatementOwners.isCreation(effect) ? subject.name() : null;
    };
  }

  private static boolean isNamedInSchema(ObjectKind kind) {
    return kind.isInSchema() && !kind.isPartOfRelation() && kind != ObjectKind.INDEX;
  }

  /// The known objects of that name among which a use of the name chooses.
  private static List<ObjectName> named(ObjectName like, QualifiedName name, Catalog catalog) {
    var kind = like.kind();
    if (isCalled(kind)) {
      return catalog.overloads(like.named(name));
    }
    if (kind.isRelation() || kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN) {
      // A relation's name is also that of its row type.
      return Stream.concat(
              catalog.relationNamed(name).stream(),
              catalog.type(name).map(SchemaObject::name).stream())
          .filter(o -> o.kind() != ObjectKind.INDEX)
          .toList();
    }
    var object = like.named(name);
    return catalog.find(object).isPresent() ? List.of(object) : List.of();
  }

  private static boolean isCalled(ObjectKind kind) {
    return kind.isRoutine() || kind == ObjectKind.OPERATOR;
  }

  private static boolean isCalledLike(ObjectName one, ObjectName other) {
    return !isCalled(one.kind()) || one.arguments().equals(other.arguments());
  }

  private static boolean isOverloaded(
      Effect effect, ObjectName subject, ObjectName existing, Catalog catalog) {
    return isCalled(subject.kind())
        && !isCalledLike(existing, subject)
        && signature(effect, subject, catalog)
            .hasCallsInCommon(Signature.of(existing, catalog), catalog);
  }

  static Signature signature(Effect effect, ObjectName subject, Catalog catalog) {
    return effect instanceof CreatesRoutine creates
        ? new Signature(creates.arguments())
        : Signature.of(subject, catalog);
  }
}
