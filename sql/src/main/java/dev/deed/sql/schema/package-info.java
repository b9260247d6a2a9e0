/// A database's schema as data, read from statements.
@NullMarked
package dev.deed.sql.schema;

import org.jspecify.annotations.NullMarked;
