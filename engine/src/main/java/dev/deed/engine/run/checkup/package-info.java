/// Whether a database is in the state in which migrations can be run: asks, and changes nothing.
@NullMarked
package dev.deed.engine.run.checkup;

import org.jspecify.annotations.NullMarked;
