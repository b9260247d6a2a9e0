/// What a live database's system catalogs say, and what follows from it: pure.
@NullMarked
package dev.deed.engine.catalog;

import org.jspecify.annotations.NullMarked;
