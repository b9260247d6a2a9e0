/// The state that statements leave behind, and names resolved in it.
@NullMarked
package dev.deed.sql.schema;

import org.jspecify.annotations.NullMarked;
