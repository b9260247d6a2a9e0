/// Reads what databases remember, in sessions that change nothing.
@NullMarked
package dev.deed.engine.look;

import org.jspecify.annotations.NullMarked;
