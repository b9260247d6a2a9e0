/// Value expressions and type names, as trees.
@NullMarked
package dev.deed.sql.expression;

import org.jspecify.annotations.NullMarked;
