/// Applies statements to a schema, one after the other, and resolves what each of them reaches.
@NullMarked
package dev.deed.sql.replay;

import org.jspecify.annotations.NullMarked;
