package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One object of a schema, as its statements left it. Columns, constraints, indexes, triggers,
/// rules and policies are separate objects, next to their relation.
public sealed interface SchemaObject
    permits Relation,
        RelationPart,
        DataType,
        Routine,
        SchemaObject.Extension,
        SchemaObject.Publication,
        SchemaObject.DefaultPrivileges,
        SchemaObject.External,
        SchemaObject.Other {

  /// Fully qualified.
  ObjectName name();

  Attributes attributes();

  /// The same object with other attributes.
  SchemaObject with(Attributes newAttributes);

  /// Every fact by its facet (`type`, `not null`, `owner`, `privileges of app`); the value is in
  /// normal spelling, as SQL if it is SQL. PostgreSQL's defaults are left out. Equal maps mean
  /// equal objects.
  SortedMap<FacetName, String> facets();

  /// It gets a comment from its control file, without a statement.
  ///
  /// @param schema the schema of its objects
  record Extension(
      ObjectName name, @Nullable String schema, @Nullable String version, Attributes attributes)
      implements SchemaObject {

    @Override
    public Extension with(Attributes newAttributes) {
      return new Extension(name, schema, version, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes).put(Facet.SCHEMA, schema).put(Facet.VERSION, version).sorted();
    }
  }

  /// @param tables what is published of each table, by its name: `""`, a column list, a `where`
  /// @param options `publish`, `publish_via_partition_root`
  record Publication(
      ObjectName name,
      boolean allTables,
      SortedMap<QualifiedName, String> tables,
      SortedSet<String> schemas,
      SortedMap<String, String> options,
      Attributes attributes)
      implements SchemaObject {

    public Publication {
      tables = new TreeMap<>(tables);
      schemas = new TreeSet<>(schemas);
      options = new TreeMap<>(options);
    }

    @Override
    public Publication with(Attributes newAttributes) {
      return new Publication(name, allTables, tables, schemas, options, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var facets =
          Facets.of(attributes).flag(Facet.ALL_TABLES, allTables).names(Facet.SCHEMAS, schemas);
      tables.forEach((t, what) -> facets.put(Facet.PUBLISHED_TABLE, t.quoted(), what));
      return facets.options(Facet.OPTION, options).sorted();
    }
  }

  /// The result of `ALTER DEFAULT PRIVILEGES` for one role, schema and kind. The privileges are its
  /// attributes.
  ///
  /// @param schema null if they are for all schemas
  record DefaultPrivileges(
      String role, @Nullable String schema, ObjectKind on, Attributes attributes)
      implements SchemaObject {

    @Override
    public ObjectName name() {
      return ObjectName.defaultPrivileges(role, schema, on);
    }

    /// Without `FOR ROLE`, they are of the role that runs the statement: no text says which one.
    public boolean isOfRunningRole() {
      return role.equals("current_user");
    }

    @Override
    public DefaultPrivileges with(Attributes newAttributes) {
      return new DefaultPrivileges(role, schema, on, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes).sorted();
    }
  }

  /// An object that a dump changes and never creates: it is built into PostgreSQL or an extension
  /// made it. Only the changes are facts.
  ///
  /// @param changes statements about it that are not attributes, canonical, in order
  record External(ObjectName name, List<String> changes, Attributes attributes)
      implements SchemaObject {

    public External {
      changes = List.copyOf(changes);
    }

    @Override
    public External with(Attributes newAttributes) {
      return new External(name, changes, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes).changes(changes).sorted();
    }
  }

  /// A schema, operator, cast, collation, server and the like: defined by its text only.
  ///
  /// @param definition the statement after the name, canonical, relations and types qualified
  /// @param changes later `ALTER` actions, canonical, in order
  /// @param parts the relations and routines that the definition names
  record Other(
      ObjectName name,
      String definition,
      List<String> changes,
      List<ObjectName> parts,
      Attributes attributes)
      implements SchemaObject {

    public Other {
      changes = List.copyOf(changes);
      parts = List.copyOf(parts);
    }

    @Override
    public Other with(Attributes newAttributes) {
      return new Other(name, definition, changes, parts, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      if (definition.equals(TextSearchMappings.STANDARD)) {
        return Facets.of(attributes)
            .options(Facet.MAPPING, TextSearchMappings.of(changes).texts())
            .sorted();
      }
      var normal =
          switch (name.kind()) {
            case STATISTICS -> StatisticsText.normal(definition);
            case AGGREGATE, OPERATOR -> DefinedOptions.normal(definition);
            default -> definition;
          };
      return Facets.of(attributes).put(Facet.DEFINITION, normal).changes(changes).sorted();
    }
  }
}
