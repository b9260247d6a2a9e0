package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.SchemaObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which names certainly mean nothing.
final class Absences {

  private static final Set<String> OUTSIDE =
      Set.of("pg_catalog", "information_schema", "pg_toast", NameResolution.TEMPORARY);

  private final SchemaState state;
  private final Certainty certainty;

  Absences(SchemaState state) {
    this.state = state;
    this.certainty = state.certainty();
  }

  /// Whether scripts do not create such relations.
  static boolean isOutside(QualifiedName relation) {
    return relation.schema() == null
        || OUTSIDE.contains(relation.schema())
        || BuiltIns.isCatalogName(relation.name());
  }

  /// Whether the name, as written, certainly means nothing: in no schema of the path.
  boolean isMissing(QualifiedName written, NameResolution names) {
    var resolved = names.relation(written);
    if (written.schema() != null || !isMissing(resolved)) {
      return isMissing(resolved);
    }
    for (var schema : names.path()) {
      if (!OUTSIDE.contains(schema) && !isMissing(QualifiedName.of(schema, written.name()))) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissing(QualifiedName relation) {
    if (state.relation(relation) != null || isOutside(relation)) {
      return false;
    }
    var name = Certainty.relation(relation);
    return certainty.isGone(name)
        || isMissingSchema(String.valueOf(relation.schema()))
        || (certainty.isNeverCreated(name)
            && certainty.isPopulated(relation.schema())
            && extensions(BuiltIns::hasNoRelations));
  }

  /// @param type resolved
  boolean isMissingType(TypeName type, NameResolution names) {
    var name = type.name();
    if (name.schema() == null
        ? BuiltIns.isType(name.name()) || name.name().startsWith("interval ")
        : isOutside(name)) {
      return false;
    }
    if (BuiltIns.isCatalogName(name.name()) || type.columnOf() != null || isArray(name)) {
      return false;
    }
    if (name.schema() != null && (state.type(name) != null || state.relation(name) != null)) {
      return false;
    }
    var object = ObjectName.of(ObjectKind.TYPE, name);
    return isGone(object, names)
        || (certainty.isNeverCreated(object)
            && state.objects().stream().anyMatch(o -> o.name().kind().isRelation())
            && !isMadeByOthers(name.name())
            && extensions(BuiltIns::hasKnownTypes)
            && BuiltIns.extensionOf(name.name()) == null
            && !isNamedByRange(name.name()));
  }

  /// A range type may give its multirange type a name.
  private boolean isNamedByRange(String type) {
    return state.objects().stream()
        .anyMatch(o -> o instanceof OtherType range && type.equals(multirange(range)));
  }

  private static @Nullable String multirange(OtherType range) {
    var given = range.options().get("multirange_type_name");
    return given == null ? null : given.substring(given.lastIndexOf('.') + 1).replace("\"", "");
  }

  private boolean isGone(ObjectName type, NameResolution names) {
    return type.name().schema() != null
        ? certainty.isGone(type)
        : certainty.isComplete() && certainty.isGone(type.named(names.created(type.name())));
  }

  private static boolean isArray(QualifiedName name) {
    return name.name().startsWith("_");
  }

  /// A range type brings a multirange type.
  private static boolean isMadeByOthers(String type) {
    return type.contains("multirange");
  }

  private static ObjectName schema(QualifiedName of) {
    return ObjectName.of(ObjectKind.SCHEMA, String.valueOf(of.schema()));
  }

  /// @param function resolved
  boolean isMissingRoutine(QualifiedName function) {
    if (!state.routines(function).isEmpty()
        || BuiltIns.isFunction(function)
        || BuiltIns.isFunctionOfExtension(function)
        || (function.schema() != null && !state.has(schema(function)))
        || (function.schema() != null && isOutside(function))) {
      return false;
    }
    // A column of a row can be called like a function, and so can a type.
    if (state.hasColumnNamed(function.name()) || isLikeType(function.name())) {
      return false;
    }
    var name = ObjectName.routine(ObjectKind.ROUTINE, function, "");
    return certainty.isNeverCreated(name) && extensions(e -> e.equals("plpgsql"));
  }

  /// Whether routines of that name are certainly only those that the scripts created, and nothing
  /// else can be called like them.
  boolean isOnlyCreated(QualifiedName function) {
    return certainty.isComplete()
        && !BuiltIns.isFunction(QualifiedName.of(function.name()))
        && !BuiltIns.isFunctionOfExtension(QualifiedName.of(function.name()))
        && !state.hasColumnNamed(function.name())
        && !isLikeType(function.name())
        && extensions(e -> e.equals("plpgsql"));
  }

  /// A range type also brings functions under the name of its multirange type.
  private boolean isLikeType(String name) {
    return state.objects().stream()
        .anyMatch(o ->
            o instanceof DataType.OtherType
                || (o instanceof DataType && o.name().name().name().equals(name)));
  }

  boolean isMissingSchema(String schema) {
    var name = ObjectName.of(ObjectKind.SCHEMA, schema);
    if (state.has(name) || schema.equals("public") || schema.startsWith("pg_")) {
      return false;
    }
    return certainty.isGone(name)
        || (certainty.isNeverCreated(name)
            && !schema.equals("information_schema")
            && !certainty.isPopulated(schema)
            && state.objects().stream().anyMatch(o -> isCreatedSchema(o.name()))
            && extensions(BuiltIns::hasNoRelations));
  }

  private boolean isCreatedSchema(ObjectName name) {
    return name.kind() == ObjectKind.SCHEMA && certainty.isCertain(name);
  }

  private interface Asked {
    boolean of(String extension);
  }

  /// Whether it is so of all extensions that scripts created.
  private boolean extensions(Asked asked) {
    for (SchemaObject object : state.objects()) {
      if (object.name().kind() == ObjectKind.EXTENSION && !asked.of(object.name().name().name())) {
        return false;
      }
    }
    return true;
  }
}
