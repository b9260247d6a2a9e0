/// What is dangerous about a migration, one class a rule.
@NullMarked
package dev.deed.engine.lint;

import org.jspecify.annotations.NullMarked;
