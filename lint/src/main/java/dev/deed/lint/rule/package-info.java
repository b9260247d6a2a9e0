/// What a rule is, and what it may ask about the script and the schema.
@NullMarked
package dev.deed.lint.rule;

import org.jspecify.annotations.NullMarked;
