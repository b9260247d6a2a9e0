/// Rules about statements that change rows.
@NullMarked
package dev.deed.lint.rule.data;

import org.jspecify.annotations.NullMarked;
