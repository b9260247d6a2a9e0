package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An index that is being changed. A new one is not unique, belongs to no constraint, and has no
/// keys yet.
public final class IndexDraft {

  private ObjectName name;
  private QualifiedName table;
  private boolean unique;
  private String method;
  private List<IndexElement> elements = List.of();
  private List<String> include = List.of();
  private boolean nullsNotDistinct;
  private @Nullable ExpressionText where;
  private Storage storage = Storage.PLAIN;
  private @Nullable String constraint;
  private @Nullable QualifiedName parent;
  private Attributes attributes = Attributes.NONE;

  public IndexDraft(ObjectName name, QualifiedName table, String method) {
    this.name = name;
    this.table = table;
    this.method = method;
  }

  IndexDraft(Index index) {
    this(index.name(), index.table(), index.method());
    unique = index.unique();
    elements = index.elements();
    include = index.include();
    nullsNotDistinct = index.nullsNotDistinct();
    where = index.where();
    storage = index.storage();
    constraint = index.constraint();
    parent = index.parent();
    attributes = index.attributes();
  }

  public IndexDraft name(ObjectName value) {
    name = value;
    return this;
  }

  public IndexDraft table(QualifiedName value) {
    table = value;
    return this;
  }

  public IndexDraft unique(boolean value) {
    unique = value;
    return this;
  }

  public IndexDraft method(String value) {
    method = value;
    return this;
  }

  public IndexDraft elements(List<IndexElement> value) {
    elements = value;
    return this;
  }

  public IndexDraft include(List<String> value) {
    include = value;
    return this;
  }

  public IndexDraft nullsNotDistinct(boolean value) {
    nullsNotDistinct = value;
    return this;
  }

  public IndexDraft where(@Nullable ExpressionText value) {
    where = value;
    return this;
  }

  public IndexDraft storage(Storage value) {
    storage = value;
    return this;
  }

  public IndexDraft constraint(@Nullable String value) {
    constraint = value;
    return this;
  }

  public IndexDraft parent(@Nullable QualifiedName value) {
    parent = value;
    return this;
  }

  public IndexDraft attributes(Attributes value) {
    attributes = value;
    return this;
  }

  public Index index() {
    return new Index(
        name,
        table,
        unique,
        method,
        elements,
        include,
        nullsNotDistinct,
        where,
        storage.equals(Storage.PLAIN) ? Storage.PLAIN : storage,
        constraint,
        parent,
        attributes);
  }
}
