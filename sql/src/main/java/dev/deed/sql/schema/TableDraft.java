package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.ForeignServer;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Partition;
import dev.deed.sql.schema.Relation.RowSecurity;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A table being changed.
public final class TableDraft {

  private ObjectName name;
  private List<String> columns;
  private Persistence persistence;
  private @Nullable PartitionBy partitionBy;
  private @Nullable Partition partition;
  private List<QualifiedName> inherits;
  private @Nullable QualifiedName ofType;
  private Storage storage;
  private RowSecurity rowSecurity;
  private String replicaIdentity;
  private @Nullable ForeignServer server;
  private Attributes attributes;

  TableDraft(Table table) {
    name = table.name();
    columns = table.columns();
    persistence = table.persistence();
    partitionBy = table.partitionBy();
    partition = table.partition();
    inherits = table.inherits();
    ofType = table.ofType();
    storage = table.storage();
    rowSecurity = table.rowSecurity();
    replicaIdentity = table.replicaIdentity();
    server = table.server();
    attributes = table.attributes();
  }

  public static TableDraft named(ObjectName name) {
    return new Table(
            name,
            List.of(),
            Persistence.PERMANENT,
            null,
            null,
            List.of(),
            null,
            Storage.PLAIN,
            RowSecurity.OFF,
            "default",
            null,
            Attributes.NONE)
        .copy();
  }

  public Table table() {
    return new Table(
        name,
        columns,
        persistence,
        partitionBy,
        partition,
        inherits,
        ofType,
        storage.equals(Storage.PLAIN) ? Storage.PLAIN : storage,
        rowSecurity,
        replicaIdentity,
        server,
        attributes);
  }

  public TableDraft name(ObjectName newName) {
    name = newName;
    return this;
  }

  public TableDraft columns(List<String> newColumns) {
    columns = newColumns;
    return this;
  }

  public TableDraft columns(Consumer<List<String>> change) {
    columns = changed(columns, change);
    return this;
  }

  public TableDraft persistence(Persistence newPersistence) {
    persistence = newPersistence;
    return this;
  }

  public TableDraft partitionBy(@Nullable PartitionBy newPartitionBy) {
    partitionBy = newPartitionBy;
    return this;
  }

  public TableDraft partition(@Nullable Partition newPartition) {
    partition = newPartition;
    return this;
  }

  public TableDraft inherits(Consumer<List<QualifiedName>> change) {
    inherits = changed(inherits, change);
    return this;
  }

  public TableDraft ofType(@Nullable QualifiedName newType) {
    ofType = newType;
    return this;
  }

  public TableDraft storage(Storage newStorage) {
    storage = newStorage;
    return this;
  }

  public TableDraft accessMethod(@Nullable String method) {
    var heap = "heap".equals(method) ? null : method;
    return storage(
        new Storage(heap, storage.tablespace(), storage.options(), storage.clusteredOn()));
  }

  public TableDraft tablespace(@Nullable String tablespace) {
    var place = "pg_default".equals(tablespace) ? null : tablespace;
    return storage(
        new Storage(storage.accessMethod(), place, storage.options(), storage.clusteredOn()));
  }

  public TableDraft options(Consumer<SortedMap<String, String>> change) {
    var options = new TreeMap<>(storage.options());
    change.accept(options);
    return storage(
        new Storage(storage.accessMethod(), storage.tablespace(), options, storage.clusteredOn()));
  }

  public TableDraft clusteredOn(@Nullable String index) {
    return storage(
        new Storage(storage.accessMethod(), storage.tablespace(), storage.options(), index));
  }

  public TableDraft rowSecurity(boolean enabled) {
    rowSecurity = new RowSecurity(enabled, rowSecurity.forced());
    return this;
  }

  public TableDraft forcedRowSecurity(boolean forced) {
    rowSecurity = new RowSecurity(rowSecurity.enabled(), forced);
    return this;
  }

  public TableDraft replicaIdentity(String identity) {
    replicaIdentity = identity;
    return this;
  }

  public TableDraft server(@Nullable ForeignServer newServer) {
    server = newServer;
    return this;
  }

  public TableDraft attributes(Attributes newAttributes) {
    attributes = newAttributes;
    return this;
  }

  private static <T> List<T> changed(List<T> list, Consumer<List<T>> change) {
    var copy = new ArrayList<>(list);
    change.accept(copy);
    return copy;
  }
}
