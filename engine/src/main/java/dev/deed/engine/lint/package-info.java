/// Finds out what statements do to a running system: one class for each rule, and what rules share.
@NullMarked
package dev.deed.engine.lint;

import org.jspecify.annotations.NullMarked;
