/// Rules about constraints and keys.
@NullMarked
package dev.deed.lint.rule.constraint;

import org.jspecify.annotations.NullMarked;
