/// What statements do to a running system: one class a rule.
@NullMarked
package dev.deed.engine.lint;

import org.jspecify.annotations.NullMarked;
