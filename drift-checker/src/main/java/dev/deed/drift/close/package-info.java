/// The SQL that closes the differences between two schemas, in an order in which it runs.
@NullMarked
package dev.deed.drift.close;

import org.jspecify.annotations.NullMarked;
