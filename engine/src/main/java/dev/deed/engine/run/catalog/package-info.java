/// Reads the system catalogs of a live database; changes nothing, and locks no relation.
@NullMarked
package dev.deed.engine.run.catalog;

import org.jspecify.annotations.NullMarked;
