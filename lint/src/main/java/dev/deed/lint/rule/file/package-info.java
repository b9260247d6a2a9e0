/// Rules about what a migration file should not contain.
@NullMarked
package dev.deed.lint.rule.file;

import org.jspecify.annotations.NullMarked;
