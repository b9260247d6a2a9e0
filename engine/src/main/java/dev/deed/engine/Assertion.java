package dev.deed.engine;

import dev.deed.sql.Span;

/// What must be true once a statement is done: `-- deed: expect <query> = <value>` behind it. It is
/// a comment, so it does not count in the checksum and can be corrected in an applied file.
///
/// @param behind index of the statement in the body
/// @param span of the directive
/// @param query one that only reads
/// @param value what `psql -At` would print: columns joined by `|`, rows by line ends, nothing for
///   a null
public record Assertion(int behind, Span span, String query, String value) {}
