/// Runs on a live PostgreSQL.
@NullMarked
package dev.deed.engine.run;

import org.jspecify.annotations.NullMarked;
