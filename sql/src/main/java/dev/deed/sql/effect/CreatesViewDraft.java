package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `CREATE VIEW` that is being read. It has its data unless told otherwise.
public final class CreatesViewDraft {

  private ObjectKind kind;
  private QualifiedName view;
  private List<String> columns = List.of();
  private Query query;
  private Map<String, String> options = Map.of();
  private @Nullable String checkOption;
  private @Nullable String accessMethod;
  private @Nullable String tablespace;
  private boolean temporary;
  private boolean orReplace;
  private boolean ifNotExists;
  private boolean withData = true;
  private Span span;

  public CreatesViewDraft(ObjectKind kind, QualifiedName view, Query query, Span span) {
    this.kind = kind;
    this.view = view;
    this.query = query;
    this.span = span;
  }

  public CreatesViewDraft columns(List<String> value) {
    columns = value;
    return this;
  }

  public CreatesViewDraft options(Map<String, String> value) {
    options = value;
    return this;
  }

  public CreatesViewDraft checkOption(@Nullable String value) {
    checkOption = value;
    return this;
  }

  public CreatesViewDraft accessMethod(@Nullable String value) {
    accessMethod = value;
    return this;
  }

  public CreatesViewDraft tablespace(@Nullable String value) {
    tablespace = value;
    return this;
  }

  public CreatesViewDraft temporary(boolean value) {
    temporary = value;
    return this;
  }

  public CreatesViewDraft orReplace(boolean value) {
    orReplace = value;
    return this;
  }

  public CreatesViewDraft ifNotExists(boolean value) {
    ifNotExists = value;
    return this;
  }

  public CreatesViewDraft withData(boolean value) {
    withData = value;
    return this;
  }

  public CreatesView effect() {
    return new CreatesView(
        kind,
        view,
        columns,
        query,
        options,
        checkOption,
        accessMethod,
        tablespace,
        temporary,
        orReplace,
        ifNotExists,
        withData,
        span);
  }
}
