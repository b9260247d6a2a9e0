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
final class ColumnDraft {

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

  static ColumnDraft of(ObjectName name, TypeName type) {
    return new TableColumn(
            name, type, null, false, null, null, ColumnStorage.PLAIN, false, true, Attributes.NONE)
        .copy();
  }

  TableColumn column() {
    return new TableColumn(
        name,
        type,
        defaultValue,
        notNull,
        generated,
        identity,
        storage,
        inherited,
        local,
        attributes);
  }

  ColumnDraft name(ObjectName newName) {
    name = newName;
    return this;
  }

  ColumnDraft type(TypeName newType) {
    type = newType;
    return this;
  }

  ColumnDraft defaultValue(@Nullable ExpressionText value) {
    defaultValue = value;
    return this;
  }

  ColumnDraft notNull(boolean newNotNull) {
    notNull = newNotNull;
    return this;
  }

  ColumnDraft generated(@Nullable Generated newGenerated) {
    generated = newGenerated;
    return this;
  }

  ColumnDraft identity(@Nullable String newIdentity) {
    identity = newIdentity;
    return this;
  }

  ColumnDraft storage(ColumnStorage newStorage) {
    storage = newStorage;
    return this;
  }

  ColumnDraft collation(@Nullable QualifiedName collation) {
    return storage(
        new ColumnStorage(
            collation,
            storage.storage(),
            storage.compression(),
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  ColumnDraft strategy(@Nullable String strategy) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            strategy,
            storage.compression(),
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  ColumnDraft compression(@Nullable String compression) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            compression,
            storage.statistics(),
            storage.options(),
            storage.foreignOptions()));
  }

  ColumnDraft statistics(@Nullable String target) {
    return storage(
        new ColumnStorage(
            storage.collation(),
            storage.storage(),
            storage.compression(),
            target,
            storage.options(),
            storage.foreignOptions()));
  }

  ColumnDraft options(Consumer<SortedMap<String, String>> change) {
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

  ColumnDraft foreignOptions(Consumer<SortedMap<String, String>> change) {
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

  ColumnDraft inherited(boolean fromParent, boolean alsoLocal) {
    inherited = fromParent;
    local = alsoLocal;
    return this;
  }

  ColumnDraft attributes(Attributes newAttributes) {
    attributes = newAttributes;
    return this;
  }
}
