package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.ColumnStorage;
import dev.deed.sql.schema.RelationPart.Generated;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A column being changed.
public final class ColumnDraft {

  private ObjectName name;
  private TypeName type;
  private @Nullable ExpressionText defaultValue;
  private boolean notNull;
  private @Nullable Generated generated;
  private @Nullable String identity;
  private ColumnStorage storage;
  private boolean inherited;
  private boolean local;
  private Attributes attributes;

  ColumnDraft(TableColumn column) {
    name = column.name();
    type = column.type();
    defaultValue = column.defaultValue();
    notNull = column.notNull();
    generated = column.generated();
    identity = column.identity();
    storage = column.storage();
    inherited = column.inherited();
    local = column.local();
    attributes = column.attributes();
  }

  public static ColumnDraft of(ObjectName name, TypeName type) {
    return new TableColumn(
            name, type, null, false, null, null, ColumnStorage.PLAIN, false, true, Attributes.NONE)
        .copy();
  }

  public TableColumn column() {
    return new TableColumn(
        name,
        type,
        defaultValue,
        notNull,
        generated,
        identity,
        storage.equals(ColumnStorage.PLAIN) ? ColumnStorage.PLAIN : storage,
        inherited,
        local,
        attributes);
  }

  public ColumnDraft name(ObjectName newName) {
    name = newName;
    return this;
  }

  public ColumnDraft type(TypeName newType) {
    type = newType;
    return this;
  }

  public ColumnDraft defaultValue(@Nullable ExpressionText value) {
    defaultValue = value;
    return this;
  }

  public ColumnDraft notNull(boolean newNotNull) {
    notNull = newNotNull;
    return this;
  }

  public ColumnDraft generated(@Nullable Generated newGenerated) {
    generated = newGenerated;
    return this;
  }

  public ColumnDraft identity(@Nullable String newIdentity) {
    identity = newIdentity;
    return this;
  }

  public ColumnDraft storage(ColumnStorage newStorage) {
    storage = newStorage;
    return this;
  }

  public ColumnDraft collation(@Nullable QualifiedName collation) {
    return storage(
        new ColumnStorage(
            collation,
            storage.storage(),
            storage.compression(),
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  public ColumnDraft strategy(@Nullable String strategy) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            strategy,
            storage.compression(),
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  public ColumnDraft compression(@Nullable String compression) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            compression,
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  public ColumnDraft statistics(@Nullable String target) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            storage.compression(),
            target,
            storage.options(),
            storage.foreignOptions()));
  }

  public ColumnDraft options(Consumer<SortedMap<String, String>> change) {
    var options = new TreeMap<>(storage.options());
    change.accept(options);
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            storage.compression(),
            storage.statistics(),
            options,
            storage.foreignOptions()));
  }

  public ColumnDraft foreignOptions(Consumer<SortedMap<String, String>> change) {
    var options = new TreeMap<>(storage.foreignOptions());
    change.accept(options);
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            storage.compression(),
            storage.statistics(),
            storage.options(),
            options));
  }

  public ColumnDraft inherited(boolean fromParent, boolean alsoLocal) {
    inherited = fromParent;
    local = alsoLocal;
    return this;
  }

  public ColumnDraft attributes(Attributes newAttributes) {
    attributes = newAttributes;
    return this;
  }
}
