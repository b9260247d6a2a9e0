/// A file of SQL: statements, directives, sections.
@NullMarked
package dev.deed.sql.script;

import org.jspecify.annotations.NullMarked;
