/// What statements do, to which objects, under which locks.
@NullMarked
package dev.deed.sql.effect;

import org.jspecify.annotations.NullMarked;
