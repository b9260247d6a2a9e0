/// Rules about indexes.
@NullMarked
package dev.deed.lint.rule.index;

import org.jspecify.annotations.NullMarked;
