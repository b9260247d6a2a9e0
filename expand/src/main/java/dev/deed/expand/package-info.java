/// Writes a change of a table in use as a story of ordinary migrations: expand, backfill, switch,
/// contract.
@NullMarked
package dev.deed.expand;

import org.jspecify.annotations.NullMarked;
