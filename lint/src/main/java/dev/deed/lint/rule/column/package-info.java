/// Rules about columns that are added to tables with rows.
@NullMarked
package dev.deed.lint.rule.column;

import org.jspecify.annotations.NullMarked;
