package dev.deed.engine;

import dev.deed.sql.Span;

/// A condition that must be true after a statement: `-- deed: expect <query> = <value>` on the
/// lines after it. It is a comment, so it does not count in the checksum and can be corrected in an
/// applied file.
///
/// @param behind index of the statement in the body
/// @param span of the directive
/// @param query a query that only reads
/// @param value the output of `psql -At`: columns joined by `|`, rows by line ends, null as empty
///   text
public record Assertion(int behind, Span span, String query, String value) {}
