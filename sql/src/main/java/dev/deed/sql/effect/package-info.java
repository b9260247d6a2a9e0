/// The effects of statements: on which objects, under which locks.
@NullMarked
package dev.deed.sql.effect;

import org.jspecify.annotations.NullMarked;
