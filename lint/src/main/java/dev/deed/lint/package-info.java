/// Reads the scripts of one database in order and reports what is dangerous in them.
@NullMarked
package dev.deed.lint;

import org.jspecify.annotations.NullMarked;
