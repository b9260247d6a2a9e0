package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is done in the same way to objects of many kinds.
public sealed interface ObjectEffect extends Effect {

  ObjectName object();

  @Override
  default List<Touch> touches() {
    return List.of(ObjectTouches.defining(object(), LockMode.ACCESS_EXCLUSIVE, span()));
  }

  record Drops(
      ObjectName object, boolean ifExists, boolean cascade, boolean concurrently, Span span)
      implements ObjectEffect {
    @Override
    public List<Touch> touches() {
      var lock = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
      return List.of(ObjectTouches.defining(object, lock, span));
    }
  }

  /// A constraint, column, trigger or policy is renamed as such: `object` names it with its table.
  record Renames(ObjectName object, String newName, boolean ifExists, Span span)
      implements ObjectEffect {
    @Override
    public List<Touch> touches() {
      // PostgreSQL renames an index under SHARE UPDATE EXCLUSIVE, all else under ACCESS EXCLUSIVE.
      var lock =
          object.kind() == ObjectKind.INDEX
              ? LockMode.SHARE_UPDATE_EXCLUSIVE
              : LockMode.ACCESS_EXCLUSIVE;
      return List.of(ObjectTouches.defining(object, lock, span));
    }
  }

  /// `SET SCHEMA`
  record MovesToSchema(ObjectName object, String newSchema, boolean ifExists, Span span)
      implements ObjectEffect {}

  /// `OWNER TO`
  record ChangesOwner(ObjectName object, String newOwner, Span span) implements ObjectEffect {}

  /// @param text null removes the comment
  record Comments(ObjectName object, @Nullable String text, Span span) implements ObjectEffect {
    @Override
    public List<Touch> touches() {
      return List.of(ObjectTouches.defining(object, LockMode.SHARE_UPDATE_EXCLUSIVE, span));
    }
  }

  record Labels(ObjectName object, @Nullable String provider, @Nullable String label, Span span)
      implements ObjectEffect {
    @Override
    public List<Touch> touches() {
      return List.of(ObjectTouches.defining(object, LockMode.SHARE_UPDATE_EXCLUSIVE, span));
    }
  }

  /// Creates an object of a kind without an effect of its own (extension, schema, operator, cast,
  /// publication, statistics, ...).
  ///
  /// @param definition the rest of the statement, canonical: equal texts mean equal objects
  /// @param parts relations and routines that the definition names, with lock
  record Creates(
      ObjectName object,
      boolean orReplace,
      boolean ifNotExists,
      String definition,
      List<Touch> parts,
      Span span)
      implements ObjectEffect {
    public Creates {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Touch> touches() {
      return ObjectTouches.with(ObjectTouches.defining(object, LockMode.ACCESS_EXCLUSIVE, span), parts);
    }
  }

  /// Changes an object of such a kind.
  ///
  /// @param change the action, canonical: `set ( publish = 'insert' )`, `add table t`
  record Alters(ObjectName object, String change, List<Touch> parts, Span span)
      implements ObjectEffect {
    public Alters {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Touch> touches() {
      return ObjectTouches.with(ObjectTouches.defining(object, LockMode.ACCESS_EXCLUSIVE, span), parts);
    }
  }

  /// `ALTER ... [NO] DEPENDS ON EXTENSION`
  record DependsOnExtension(ObjectName object, String extension, boolean no, Span span)
      implements ObjectEffect {}

  /// `IMPORT FOREIGN SCHEMA`: which tables it creates is known to the other server only.
  ///
  /// @param object the local schema
  record ImportsTables(
      ObjectName object, String server, String remoteSchema, List<QualifiedName> only, Span span)
      implements ObjectEffect {
    public ImportsTables {
      only = List.copyOf(only);
    }

    @Override
    public List<Touch> touches() {
      var touches = new ArrayList<Touch>();
      touches.add(Touch.of(object, DEFINES, null, span));
      only.forEach(
          t ->
              touches.add(
                  Touch.of(
                      ObjectName.of(ObjectKind.FOREIGN_TABLE, t),
                      DEFINES,
                      LockMode.ACCESS_EXCLUSIVE,
                      span)));
      return touches;
    }
  }
}
