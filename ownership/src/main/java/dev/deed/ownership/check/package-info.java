/// Checks what statements touch against the ownership map.
@NullMarked
package dev.deed.ownership.check;

import org.jspecify.annotations.NullMarked;
