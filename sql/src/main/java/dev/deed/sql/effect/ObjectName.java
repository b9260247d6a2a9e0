package dev.deed.sql.effect;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/// The identity of an object: its kind, its name, and, if these are not enough, a `part`.
///
/// @param name the object's name; for a part of a relation (column, constraint, trigger, rule,
///   policy) the relation's name; for a domain constraint the domain's; for a cast or transform the
///   source type's
/// @param part for a part of a relation or domain its own name; for a routine or operator the
///   argument types, `(integer, text)`, or `""` if the text gives none; for an operator class or
///   family the access method; for a cast the target type; for a transform the language; for a user
///   mapping the role; otherwise `""`
public record ObjectName(ObjectKind kind, QualifiedName name, String part)
    implements Comparable<ObjectName> {

  private static final int SPREAD = 0x9E3779B1;

  public static ObjectName of(ObjectKind kind, QualifiedName name) {
    return new ObjectName(kind, name, "");
  }

  public static ObjectName of(ObjectKind kind, String name) {
    return new ObjectName(kind, QualifiedName.of(name), "");
  }

  public static ObjectName table(QualifiedName name) {
    return of(ObjectKind.TABLE, name);
  }

  public ObjectName named(QualifiedName newName) {
    return new ObjectName(kind, newName, part);
  }

  public ObjectName as(ObjectKind newKind) {
    return new ObjectName(newKind, name, part);
  }

  /// As PostgreSQL prints the name, quoted if needed: `public.f(integer)`, `public.t.c`, `trg on
  /// public.t`.
  public String text() {
    return switch (kind) {
      case COLUMN -> name.quoted() + "." + Identifier.quoted(part);
      case CONSTRAINT, DOMAIN_CONSTRAINT, TRIGGER, RULE, POLICY ->
          Identifier.quoted(part) + " on " + name.quoted();
      case OPERATOR -> operatorText() + part;
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> name.quoted() + part;
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          name.quoted() + (part.isEmpty() ? "" : " using " + part);
      case CAST -> "(" + name.dotted() + " as " + part + ")";
      case TRANSFORM -> "for " + name.dotted() + " language " + part;
      case USER_MAPPING -> "for " + part + " server " + name.quoted();
      default -> name.quoted();
    };
  }

  /// With its kind: `table public.users`.
  public String words() {
    return kind.words() + " " + text();
  }

  @Override
  public int compareTo(ObjectName other) {
    var byKind = kind.compareTo(other.kind);
    var byName = byKind != 0 ? byKind : name.compareTo(other.name);
    return byName != 0 ? byName : part.compareTo(other.part);
  }

  /// For speed, as in `QualifiedName`.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectName(var otherKind, var otherName, var otherPart)
        && kind == otherKind
        && part.equals(otherPart)
        && name.equals(otherName);
  }

  /// Spreads names with consecutive numbers: `t_12` with `c_3` must not collide with `t_11` with
  /// `c_34`.
  @Override
  public int hashCode() {
    return (name.hashCode() * SPREAD + part.hashCode()) * SPREAD + kind.ordinal();
  }

  private String operatorText() {
    return name.schema() == null
        ? name.name()
        : Identifier.quoted(name.schema()) + "." + name.name();
  }
}
