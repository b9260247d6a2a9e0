package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column.Generated;
import dev.deed.sql.effect.Column.Identity;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column's definition that is being read.
public final class ColumnDefinitionDraft {

  private String name;
  private @Nullable TypeName type;
  private @Nullable ExpressionText defaultValue;
  private boolean notNull;
  private @Nullable Generated generated;
  private @Nullable Identity identity;
  private @Nullable QualifiedName collation;
  private @Nullable String storage;
  private @Nullable String compression;
  private Map<String, String> options = Map.of();
  private Span span;

  public ColumnDefinitionDraft(String name, @Nullable TypeName type, Span span) {
    this.name = name;
    this.type = type;
    this.span = span;
  }

  public ColumnDefinitionDraft defaultValue(@Nullable ExpressionText value) {
    defaultValue = value;
    return this;
  }

  public ColumnDefinitionDraft notNull(boolean value) {
    notNull = value;
    return this;
  }

  public ColumnDefinitionDraft generated(@Nullable Generated value) {
    generated = value;
    return this;
  }

  public ColumnDefinitionDraft identity(@Nullable Identity value) {
    identity = value;
    return this;
  }

  public ColumnDefinitionDraft collation(@Nullable QualifiedName value) {
    collation = value;
    return this;
  }

  public ColumnDefinitionDraft storage(@Nullable String value) {
    storage = value;
    return this;
  }

  public ColumnDefinitionDraft compression(@Nullable String value) {
    compression = value;
    return this;
  }

  public ColumnDefinitionDraft options(Map<String, String> value) {
    options = value;
    return this;
  }

  public Column column() {
    return new Column(
        name,
        type,
        defaultValue,
        notNull,
        generated,
        identity,
        collation,
        storage,
        compression,
        options,
        span);
  }
}
