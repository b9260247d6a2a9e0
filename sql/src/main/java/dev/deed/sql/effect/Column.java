package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column as `CREATE TABLE` or `ADD COLUMN` defines it. Its inline constraints, except a `NOT
/// NULL` without a name, are separate `Constraint`s with `inline` set.
///
/// @param type null in `CREATE TABLE ... OF type` and `PARTITION OF`
/// @param options of a foreign table's column
public record Column(
    String name,
    @Nullable TypeName type,
    @Nullable ExpressionText defaultValue,
    boolean notNull,
    @Nullable Generated generated,
    @Nullable Identity identity,
    @Nullable QualifiedName collation,
    @Nullable String storage,
    @Nullable String compression,
    Map<String, String> options,
    Span span) {

  public Column {
    options = Map.copyOf(options);
  }

  /// `GENERATED ALWAYS AS (...) STORED | VIRTUAL`
  public record Generated(ExpressionText expression, boolean stored) {}

  /// `GENERATED ALWAYS | BY DEFAULT AS IDENTITY`
  public record Identity(boolean always, SequenceOptions sequence) {}
}
