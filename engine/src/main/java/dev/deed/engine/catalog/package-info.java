/// The contents of a live database's system catalogs, and conclusions from them: pure.
@NullMarked
package dev.deed.engine.catalog;

import org.jspecify.annotations.NullMarked;
