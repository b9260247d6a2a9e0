/// Rules about what PostgreSQL is bound to refuse, or to leave undone.
@NullMarked
package dev.deed.lint.rule.failure;

import org.jspecify.annotations.NullMarked;
