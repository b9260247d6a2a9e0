/// Rows copied from one database into another: which of them, and what replaces masked values.
@NullMarked
package dev.deed.engine.rows;

import org.jspecify.annotations.NullMarked;
