/// Reads the system catalogs of a live database.
@NullMarked
package dev.deed.engine.look.catalog;

import org.jspecify.annotations.NullMarked;
