package dev.deed.sql.expression;

import dev.deed.sql.Span;

/// An expression in a statement.
///
/// @param text as written, without surrounding white space
/// @param canonical its tokens in one normal spelling
public record ExpressionText(Expression tree, String text, String canonical, Span span) {}
