package dev.deed.drift;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.ObjectSql;

/// The statement that gives an object another name.
public final class RenameStatement {

  private RenameStatement() {}

  /// @param now of a part: with its relation's name as it is when the statement runs
  public static String of(ObjectName old, ObjectName now) {
    var newName = Identifier.quoted(now.simpleName());
    return switch (old.kind()) {
      case COLUMN ->
          "ALTER TABLE %s RENAME COLUMN %s TO %s"
              .formatted(now.name().quoted(), Identifier.quoted(old.own()), newName);
      case CONSTRAINT ->
          "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
              .formatted(now.name().quoted(), Identifier.quoted(old.own()), newName);
      default -> "ALTER " + reference(old, now) + " RENAME TO " + newName;
    };
  }

  private static String reference(ObjectName old, ObjectName now) {
    return ObjectSql.reference(old.kind().isPartOfRelation() ? old.named(now.name()) : old);
  }
}
