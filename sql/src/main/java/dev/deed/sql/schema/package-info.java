/// A database's schema as facts, and the SQL that would make it.
@NullMarked
package dev.deed.sql.schema;

import org.jspecify.annotations.NullMarked;
