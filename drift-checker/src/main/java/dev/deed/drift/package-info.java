/// Differences between two schemas, their owners, and the SQL that ends them.
@NullMarked
package dev.deed.drift;

import org.jspecify.annotations.NullMarked;
