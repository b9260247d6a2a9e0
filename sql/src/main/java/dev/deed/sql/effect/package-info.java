/// What a statement does, to which object, under which lock.
@NullMarked
package dev.deed.sql.effect;

import org.jspecify.annotations.NullMarked;
