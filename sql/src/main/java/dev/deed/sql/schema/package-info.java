/// The state that statements leave, and the resolution of names in it.
@NullMarked
package dev.deed.sql.schema;

import org.jspecify.annotations.NullMarked;
