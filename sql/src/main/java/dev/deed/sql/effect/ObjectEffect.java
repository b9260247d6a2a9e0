package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Effects that are the same for objects of many kinds.
public sealed interface ObjectEffect extends Effect {

  ObjectName object();

  @Override
  default List<ObjectAccess> touches() {
    return List.of(ObjectTouches.defining(object(), LockMode.ACCESS_EXCLUSIVE, span()));
  }

  record Drops(
      ObjectName object, boolean ifExists, boolean cascade, boolean concurrently, Span span)
      implements ObjectEffect {
    @Override
    public List<ObjectAccess> touches() {
      var lock = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
      return List.of(ObjectTouches.defining(object, lock, span));
    }
  }

  /// Renames any object; a constraint, column, trigger or policy is named together with its table.
  record Renames(ObjectName object, String newName, boolean ifExists, Span span)
      implements ObjectEffect {
    @Override
    public List<ObjectAccess> touches() {
      // PostgreSQL renames an index under SHARE UPDATE EXCLUSIVE, everything else under ACCESS
      // EXCLUSIVE.
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
    public List<ObjectAccess> touches() {
      return List.of(ObjectTouches.describing(object, span));
    }
  }

  record Labels(ObjectName object, @Nullable String provider, @Nullable String label, Span span)
      implements ObjectEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(ObjectTouches.describing(object, span));
    }
  }

  /// Creates an object of a kind without an effect of its own (schema, operator, cast, statistics,
  /// server, ...).
  ///
  /// @param definition the rest of the statement, canonical: equal texts mean equal objects
  /// @param parts relations and routines that the definition names, with their locks
  /// @param parts relations and routines that the definition names, with lock
  record Creates(
      ObjectName object,
      boolean orReplace,
      boolean ifNotExists,
      String definition,
      List<ObjectAccess> parts,
      Span span)
      implements ObjectEffect {
    public Creates {
      parts = List.copyOf(parts);
    }

    @Override
    public List<ObjectAccess> touches() {
      return ObjectTouches.with(
          ObjectTouches.defining(object, LockMode.ACCESS_EXCLUSIVE, span), parts);
    }
  }

  /// @param schema the schema of its objects, null if the text names none
  record CreatesExtension(
      ObjectName object,
      boolean ifNotExists,
      @Nullable String schema,
      @Nullable String version,
      boolean cascade,
      Span span)
      implements ObjectEffect {}

  /// `CREATE PUBLICATION`, and changes of its list or options by `ALTER PUBLICATION`.
  record Publishes(ObjectName object, Publishing change, Published published, Span span)
      implements ObjectEffect {
    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(ObjectAccess.of(object, DEFINES, null, span));
      for (var table : published.tables()) {
        var name = ObjectName.table(table.name());
        touches.add(ObjectAccess.of(name, DEFINES, LockMode.SHARE_UPDATE_EXCLUSIVE, table.span()));
      }
      for (var table : published.except()) {
        var name = ObjectName.table(table);
        touches.add(ObjectAccess.of(name, DEFINES, LockMode.SHARE_UPDATE_EXCLUSIVE, span));
      }
      for (var schema : published.schemas()) {
        var name = ObjectName.of(ObjectKind.SCHEMA, schema);
        touches.add(ObjectAccess.of(name, Access.REFERENCES, null, span));
      }
      return touches;
    }
  }

  /// `SET` replaces the list, or individual options.
  enum Publishing {
    CREATE,
    ADD,
    SET,
    DROP
  }

  /// @param except the tables that `ALL TABLES EXCEPT` leaves out (PostgreSQL 19)
  /// @param schemas of `TABLES IN SCHEMA`; `CURRENT_SCHEMA` as `current_schema`
  /// @param options values by name: `publish`, `publish_via_partition_root`
  record Published(
      boolean allTables,
      boolean allSequences,
      List<QualifiedName> except,
      List<PublishedTable> tables,
      List<String> schemas,
      Map<String, String> options) {
    public Published {
      except = List.copyOf(except);
      tables = List.copyOf(tables);
      schemas = List.copyOf(schemas);
      options = Map.copyOf(options);
    }
  }

  /// @param columns empty for all columns
  record PublishedTable(
      QualifiedName name,
      boolean only,
      List<String> columns,
      @Nullable ExpressionText where,
      Span span) {
    public PublishedTable {
      columns = List.copyOf(columns);
    }
  }

  /// Changes an object of such a kind.
  ///
  /// @param change the action, canonical: `set ( publish = 'insert' )`, `add table t`
  record Alters(ObjectName object, String change, List<ObjectAccess> parts, Span span)
      implements ObjectEffect {
    public Alters {
      parts = List.copyOf(parts);
    }

    @Override
    public List<ObjectAccess> touches() {
      return ObjectTouches.with(
          ObjectTouches.defining(object, LockMode.ACCESS_EXCLUSIVE, span), parts);
    }
  }

  /// `ALTER ... [NO] DEPENDS ON EXTENSION`
  record DependsOnExtension(ObjectName object, String extension, boolean no, Span span)
      implements ObjectEffect {
    @Override
    public List<ObjectAccess> touches() {
      var lock =
          object.kind() == ObjectKind.TRIGGER ? LockMode.ACCESS_SHARE : LockMode.ACCESS_EXCLUSIVE;
      return List.of(ObjectTouches.defining(object, lock, span));
    }
  }

  /// `IMPORT FOREIGN SCHEMA`: only the other server knows which tables it creates.
  ///
  /// @param object the local schema
  record ImportsTables(
      ObjectName object, String server, String remoteSchema, List<QualifiedName> only, Span span)
      implements ObjectEffect {
    public ImportsTables {
      only = List.copyOf(only);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(ObjectAccess.of(object, DEFINES, null, span));
      only.forEach(t ->
          touches.add(
              ObjectAccess.of(
                  ObjectName.of(ObjectKind.FOREIGN_TABLE, t),
                  DEFINES,
                  LockMode.ACCESS_EXCLUSIVE,
                  span)));
      return touches;
    }
  }
}
