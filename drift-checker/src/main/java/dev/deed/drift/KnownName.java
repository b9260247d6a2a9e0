package dev.deed.drift;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import org.jspecify.annotations.Nullable;

/// A name that an object of a database once had, and the name that it has now.
///
/// @param kind `TABLE` for all relations, `COLUMN`, `CONSTRAINT`, `TYPE` for domains, too, or
///   `FUNCTION` for all routines
/// @param table of a column or a constraint; null for others, and where it is gone
/// @param now null if the object is gone
/// @param words how it is known: `attribute 2 of oid 16390 in production had the name note at ...`
public record KnownName(
    ObjectKind kind,
    @Nullable QualifiedName table,
    QualifiedName was,
    @Nullable QualifiedName now,
    String words) {

  boolean wasCalled(ObjectName object) {
    return isOf(object) && simple(object).equals(was);
  }

  boolean isCalled(ObjectName object) {
    return isOf(object) && simple(object).equals(now);
  }

  private boolean isOf(ObjectName object) {
    var isPart = kind == ObjectKind.COLUMN || kind == ObjectKind.CONSTRAINT;
    return kind == plain(object.kind()) && (!isPart || object.name().equals(table));
  }

  private static QualifiedName simple(ObjectName object) {
    return object.kind().isPartOfRelation() ? QualifiedName.of(object.own()) : object.name();
  }

  private static ObjectKind plain(ObjectKind kind) {
    if (kind.isRelation()) {
      return ObjectKind.TABLE;
    }
    if (kind.isRoutine()) {
      return ObjectKind.FUNCTION;
    }
    return kind == ObjectKind.DOMAIN ? ObjectKind.TYPE : kind;
  }
}
