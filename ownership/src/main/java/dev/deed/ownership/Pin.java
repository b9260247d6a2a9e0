package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;

/// Tables of this pattern may exist in this database only. Without a schema it means any schema.
public record Pin(TablePattern pattern, DatabaseName database, Span span) {}
