/// A plan as a script for psql.
@NullMarked
package dev.deed.engine.script;

import org.jspecify.annotations.NullMarked;
