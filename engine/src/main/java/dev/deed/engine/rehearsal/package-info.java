/// What a migration does to a database that exists for trials, watched from a second session.
@NullMarked
package dev.deed.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
