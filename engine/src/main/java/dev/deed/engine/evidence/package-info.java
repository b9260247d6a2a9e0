/// What was done for a migration before it runs, kept as evidence that a machine can ask for.
@NullMarked
package dev.deed.engine.evidence;

import org.jspecify.annotations.NullMarked;
