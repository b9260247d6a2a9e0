/// What several rules need to know: a constraint being added, a type being changed, the rows that a
/// statement reaches.
@NullMarked
package dev.deed.lint.facts;

import org.jspecify.annotations.NullMarked;
