package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.ExpressionText;
import org.jspecify.annotations.Nullable;

/// One key of an index.
///
/// @param column the column's name if the key is a plain column, else null
/// @param operatorClassOptions canonical, `""` if none
/// @param nullsFirst null if not written
public record IndexElement(
    @Nullable String column,
    ExpressionText expression,
    @Nullable QualifiedName collation,
    @Nullable QualifiedName operatorClass,
    String operatorClassOptions,
    boolean descending,
    @Nullable Boolean nullsFirst) {}
