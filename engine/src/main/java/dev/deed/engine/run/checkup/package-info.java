/// Checks whether a database is in a state in which migrations can be run; changes nothing.
@NullMarked
package dev.deed.engine.run.checkup;

import org.jspecify.annotations.NullMarked;
