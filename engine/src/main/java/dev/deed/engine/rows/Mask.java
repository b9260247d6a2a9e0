package dev.deed.engine.rows;

import dev.deed.sql.QualifiedName;
import java.util.function.BiPredicate;

/// What replaces the values of some columns.
///
/// @param rule as the user has written it
/// @param rank of two masks for one column, the one with the higher rank counts
/// @param columns whether it is meant for a column of a table
/// @param expression SQL, with the columns of the row
public record Mask(
    String rule, int rank, BiPredicate<QualifiedName, String> columns, String expression) {}
