/// Databases that are made for a proof and dropped after it.
@NullMarked
package dev.deed.engine.scratch;

import org.jspecify.annotations.NullMarked;
