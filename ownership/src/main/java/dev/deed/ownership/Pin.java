package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;

/// Tables that match this pattern may exist in this database only. A pattern without a schema
/// covers all schemas.
public record Pin(TablePattern pattern, DatabaseName database, Span span) {}
