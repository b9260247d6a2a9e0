package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TableDefinition.ForeignServer;
import dev.deed.sql.effect.TableDefinition.Like;
import dev.deed.sql.effect.TableDefinition.Parent;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionOf;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.expression.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table's definition that is being read.
public final class TableDefinitionDraft {

  private Persistence persistence;
  private List<Column> columns = List.of();
  private List<Constraint> constraints = List.of();
  private List<Like> likes = List.of();
  private List<Parent> inherits = List.of();
  private @Nullable PartitionOf partitionOf;
  private @Nullable PartitionBy partitionBy;
  private @Nullable QualifiedName ofType;
  private Map<String, String> options = Map.of();
  private @Nullable String accessMethod;
  private @Nullable String tablespace;
  private @Nullable String onCommit;
  private @Nullable ForeignServer server;
  private @Nullable Query as;
  private @Nullable String asExecute;

  public TableDefinitionDraft(Persistence persistence) {
    this.persistence = persistence;
  }

  public TableDefinitionDraft columns(List<Column> value) {
    columns = value;
    return this;
  }

  public TableDefinitionDraft constraints(List<Constraint> value) {
    constraints = value;
    return this;
  }

  public TableDefinitionDraft likes(List<Like> value) {
    likes = value;
    return this;
  }

  public TableDefinitionDraft inherits(List<Parent> value) {
    inherits = value;
    return this;
  }

  public TableDefinitionDraft partitionOf(@Nullable PartitionOf value) {
    partitionOf = value;
    return this;
  }

  public TableDefinitionDraft partitionBy(@Nullable PartitionBy value) {
    partitionBy = value;
    return this;
  }

  public TableDefinitionDraft ofType(@Nullable QualifiedName value) {
    ofType = value;
    return this;
  }

  public TableDefinitionDraft options(Map<String, String> value) {
    options = value;
    return this;
  }

  public TableDefinitionDraft accessMethod(@Nullable String value) {
    accessMethod = value;
    return this;
  }

  public TableDefinitionDraft tablespace(@Nullable String value) {
    tablespace = value;
    return this;
  }

  public TableDefinitionDraft onCommit(@Nullable String value) {
    onCommit = value;
    return this;
  }

  public TableDefinitionDraft server(@Nullable ForeignServer value) {
    server = value;
    return this;
  }

  public TableDefinitionDraft as(@Nullable Query value) {
    as = value;
    return this;
  }

  public TableDefinitionDraft asExecute(@Nullable String value) {
    asExecute = value;
    return this;
  }

  public TableDefinition definition() {
    return new TableDefinition(
        persistence,
        columns,
        constraints,
        likes,
        inherits,
        partitionOf,
        partitionBy,
        ofType,
        options,
        accessMethod,
        tablespace,
        onCommit,
        server,
        as,
        asExecute);
  }
}
