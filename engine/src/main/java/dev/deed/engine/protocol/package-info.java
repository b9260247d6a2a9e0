/// What is sent around a migration's statements, as data: for the runner and for the script for
/// psql.
@NullMarked
package dev.deed.engine.protocol;

import org.jspecify.annotations.NullMarked;
