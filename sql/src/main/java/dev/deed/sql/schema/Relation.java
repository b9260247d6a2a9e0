package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.ForeignServer;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.expression.ExpressionText;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables, views, sequences and indexes. They share one namespace.
public sealed interface Relation extends SchemaObject {

  @Override
  Relation with(Attributes newAttributes);

  default QualifiedName qualifiedName() {
    return name().name();
  }

  /// A table, a partitioned table, a partition, a foreign table.
  ///
  /// @param columns names in order; each is a `RelationPart.TableColumn` of its own
  /// @param inherits parents, but not of a partition
  /// @param ofType the composite type of `CREATE TABLE ... OF`
  /// @param server of a foreign table
  record Table(
      ObjectName name,
      List<String> columns,
      Persistence persistence,
      @Nullable PartitionBy partitionBy,
      @Nullable Partition partition,
      List<QualifiedName> inherits,
      @Nullable QualifiedName ofType,
      Storage storage,
      RowSecurity rowSecurity,
      String replicaIdentity,
      @Nullable ForeignServer server,
      Attributes attributes)
      implements Relation {

    public Table {
      columns = List.copyOf(columns);
      inherits = List.copyOf(inherits);
    }

    @Override
    public Table with(Attributes newAttributes) {
      return copy().attributes(newAttributes).table();
    }

    /// A mutable copy.
    public TableDraft copy() {
      return new TableDraft(this);
    }

    /// The order of the columns is a fact, unless parents add columns in between.
    @Override
    public SortedMap<FacetName, String> facets() {
      var facets =
          Facets.of(attributes)
              .names(Facet.COLUMNS, inherits.isEmpty() ? columns : List.of())
              .unless("permanent", Facet.PERSISTENCE, persistence.name().toLowerCase(Locale.ROOT))
              .put(Facet.OF_TYPE, ofType == null ? null : ofType.quoted())
              .unless("default", Facet.REPLICA_IDENTITY, replicaIdentity)
              .flag(Facet.ROW_SECURITY, rowSecurity.enabled())
              .flag(Facet.FORCE_ROW_SECURITY, rowSecurity.forced());
      if (partitionBy != null) {
        facets.put(Facet.PARTITION_BY, DefinitionText.NORMAL.partitionBy(partitionBy));
      }
      if (partition != null) {
        facets.put(Facet.PARTITION_OF, partition.parent().quoted());
        facets.put(Facet.PARTITION_BOUND, partition.bound());
      }
      if (!inherits.isEmpty()) {
        facets.put(Facet.INHERITS, DefinitionText.names(inherits));
      }
      if (server != null) {
        facets.put(Facet.SERVER, Identifier.quoted(server.name()));
        facets.options(Facet.SERVER_OPTION, server.options());
      }
      storage.addTo(facets);
      return facets.sorted();
    }
  }

  /// @param bound `FOR VALUES ...` or `DEFAULT`, in normal spelling
  record Partition(QualifiedName parent, String bound) {
    public boolean isDefault() {
      return bound.equalsIgnoreCase("default");
    }
  }

  record RowSecurity(boolean enabled, boolean forced) {
    static final RowSecurity OFF = new RowSecurity(false, false);
  }

  /// How rows are stored.
  ///
  /// @param accessMethod null for `heap`
  /// @param clusteredOn the index of `CLUSTER ON`
  record Storage(
      @Nullable String accessMethod,
      @Nullable String tablespace,
      SortedMap<String, String> options,
      @Nullable String clusteredOn) {

    static final Storage PLAIN = new Storage(null, null, Collections.emptySortedMap(), null);

    public Storage {
      options = Facets.copied(options);
    }

    void addTo(Facets facets) {
      facets
          .put(Facet.ACCESS_METHOD, accessMethod)
          .put(Facet.TABLESPACE, tablespace)
          .options(Facet.OPTION, options)
          .put(Facet.CLUSTER_ON, clusteredOn);
    }
  }

  /// A view or a materialized view.
  ///
  /// @param columns output names as far as the text reveals them, `""` if unknown
  /// @param query its text
  /// @param options including `check_option`
  /// @param reads the relations and routines that the query names, and the relations' columns that
  ///   it appears to name
  /// @param base the relation that gets the rows written to the view, null if the view has none
  record View(
      ObjectName name,
      List<String> columns,
      QueryWords query,
      boolean withData,
      Storage storage,
      List<ObjectName> reads,
      @Nullable ObjectName base,
      Attributes attributes)
      implements Relation {

    public View {
      columns = List.copyOf(columns);
      reads = List.copyOf(reads);
    }

    @Override
    public View with(Attributes newAttributes) {
      return new View(name, columns, query, withData, storage, reads, base, newAttributes);
    }

    /// The query, canonical.
    public String definition() {
      return query.canonical();
    }

    /// The same with the query's normal text.
    public View with(QueryWords newQuery, List<String> newColumns) {
      return new View(name, newColumns, newQuery, withData, storage, reads, base, attributes);
    }

    /// Whether the words of the two queries are the same as far as they can be compared where one
    /// of them has no normal text.
    public boolean hasWordsOf(View other) {
      return (query.normal() == null || other.query.normal() == null)
          && QueryText.normal(this).equals(QueryText.normal(other));
    }

    /// Another one like it, with rows.
    public View named(QualifiedName newName) {
      return new View(name.named(newName), columns, query, true, storage, reads, base, attributes);
    }

    public View with(Storage newStorage) {
      return new View(name, columns, query, withData, newStorage, reads, base, attributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var facets =
          Facets.of(attributes)
              .names(Facet.COLUMNS, columns)
              .put(
                  Facet.DEFINITION,
                  query.normal() == null ? QueryText.normal(this) : query.normal());
      storage.addTo(facets);
      return facets.sorted();
    }
  }

  /// Every setting has a value: the type's default if the text has none.
  ///
  /// @param ownedBy the column with which it is dropped, null for none
  /// @param identity it is the sequence of an identity column
  record Sequence(
      ObjectName name,
      String type,
      Range range,
      long increment,
      long cache,
      boolean cycle,
      Persistence persistence,
      @Nullable ObjectName ownedBy,
      boolean identity,
      Attributes attributes)
      implements Relation {

    /// A copy to change.
    public SequenceDraft copy() {
      return new SequenceDraft(this);
    }

    @Override
    public Sequence with(Attributes newAttributes) {
      return copy().attributes(newAttributes).sequence();
    }

    public Sequence with(Persistence newPersistence) {
      return copy().persistence(newPersistence).sequence();
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes)
          .put(Facet.TYPE, type)
          .put(Facet.START, Long.toString(range.start()))
          .put(Facet.MINIMUM, Long.toString(range.minimum()))
          .put(Facet.MAXIMUM, Long.toString(range.maximum()))
          .put(Facet.INCREMENT, Long.toString(increment))
          .put(Facet.CACHE, Long.toString(cache))
          .flag(Facet.CYCLE, cycle)
          .unless("permanent", Facet.PERSISTENCE, persistence.name().toLowerCase(Locale.ROOT))
          .put(Facet.OWNED_BY, ownedBy == null ? null : ownedBy.text())
          .flag(Facet.IDENTITY, identity)
          .sorted();
    }
  }

  record Range(long start, long minimum, long maximum) {}

  /// @param constraint the constraint that it belongs to, null for none
  /// @param parent the index of the partitioned table that it is attached to
  record Index(
      ObjectName name,
      QualifiedName table,
      boolean unique,
      String method,
      List<IndexElement> elements,
      List<String> include,
      boolean nullsNotDistinct,
      @Nullable ExpressionText where,
      Storage storage,
      @Nullable String constraint,
      @Nullable QualifiedName parent,
      Attributes attributes)
      implements Relation {

    public Index {
      elements = List.copyOf(elements);
      include = List.copyOf(include);
    }

    /// A copy to change.
    public IndexDraft copy() {
      return new IndexDraft(this);
    }

    @Override
    public Index with(Attributes newAttributes) {
      return copy().attributes(newAttributes).index();
    }

    /// As a complete statement.
    public String definition() {
      return DefinitionText.SQL.index(this);
    }

    public Index with(Storage newStorage) {
      return copy().storage(newStorage).index();
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var keys =
          elements.stream().map(DefinitionText.NORMAL::element).collect(Collectors.joining(", "));
      var facets =
          Facets.of(attributes)
              .put(Facet.TABLE, table.quoted())
              .flag(Facet.UNIQUE, unique)
              .put(Facet.METHOD, method)
              .put(Facet.KEYS, keys)
              .names(Facet.INCLUDE, include)
              .flag(Facet.NULLS_NOT_DISTINCT, nullsNotDistinct)
              .put(Facet.WHERE, where)
              .put(Facet.CONSTRAINT, constraint)
              .put(Facet.ATTACHED_TO, parent == null ? null : parent.quoted());
      storage.addTo(facets);
      return facets.sorted();
    }
  }
}
