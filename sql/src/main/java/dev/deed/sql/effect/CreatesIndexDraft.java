package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.expression.ExpressionText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `CREATE INDEX` that is being read.
public final class CreatesIndexDraft {

  private @Nullable String name;
  private QualifiedName table;
  private Span tableSpan;
  private boolean only;
  private boolean unique;
  private boolean concurrently;
  private boolean ifNotExists;
  private String method;
  private List<IndexElement> elements = List.of();
  private List<String> include = List.of();
  private boolean nullsNotDistinct;
  private Map<String, String> options = Map.of();
  private @Nullable String tablespace;
  private @Nullable ExpressionText where;
  private Span span;

  public CreatesIndexDraft(QualifiedName table, Span tableSpan, String method, Span span) {
    this.table = table;
    this.tableSpan = tableSpan;
    this.method = method;
    this.span = span;
  }

  public CreatesIndexDraft name(@Nullable String value) {
    name = value;
    return this;
  }

  public CreatesIndexDraft only(boolean value) {
    only = value;
    return this;
  }

  public CreatesIndexDraft unique(boolean value) {
    unique = value;
    return this;
  }

  public CreatesIndexDraft concurrently(boolean value) {
    concurrently = value;
    return this;
  }

  public CreatesIndexDraft ifNotExists(boolean value) {
    ifNotExists = value;
    return this;
  }

  public CreatesIndexDraft elements(List<IndexElement> value) {
    elements = value;
    return this;
  }

  public CreatesIndexDraft include(List<String> value) {
    include = value;
    return this;
  }

  public CreatesIndexDraft nullsNotDistinct(boolean value) {
    nullsNotDistinct = value;
    return this;
  }

  public CreatesIndexDraft options(Map<String, String> value) {
    options = value;
    return this;
  }

  public CreatesIndexDraft tablespace(@Nullable String value) {
    tablespace = value;
    return this;
  }

  public CreatesIndexDraft where(@Nullable ExpressionText value) {
    where = value;
    return this;
  }

  public CreatesIndex effect() {
    return new CreatesIndex(
        name,
        table,
        tableSpan,
        only,
        unique,
        concurrently,
        ifNotExists,
        method,
        elements,
        include,
        nullsNotDistinct,
        options,
        tablespace,
        where,
        span);
  }
}
