/// Rules about how new tables and columns are defined.
@NullMarked
package dev.deed.lint.rule.definition;

import org.jspecify.annotations.NullMarked;
