/// Differences between two schemas, their owners, and the SQL that closes them.
@NullMarked
package dev.deed.drift;

import org.jspecify.annotations.NullMarked;
