/// The history tables of one database.
@NullMarked
package dev.deed.engine.history;

import org.jspecify.annotations.NullMarked;
