/// Rules about changing types of columns, and about enums.
@NullMarked
package dev.deed.lint.rule.type;

import org.jspecify.annotations.NullMarked;
