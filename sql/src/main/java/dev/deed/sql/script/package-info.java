/// A file of SQL: text, statements, directives.
@NullMarked
package dev.deed.sql.script;

import org.jspecify.annotations.NullMarked;
