/// A database's schema as facts: tables, columns, constraints, indexes, routines, types, and their
/// definitions as SQL.
@NullMarked
package dev.deed.sql.schema;

import org.jspecify.annotations.NullMarked;
