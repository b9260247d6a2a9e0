/// What was applied, as kept in the database itself.
@NullMarked
package dev.deed.engine.history;

import org.jspecify.annotations.NullMarked;
