/// Copies of databases, made in different ways, that exist only for a while.
@NullMarked
package dev.deed.cli.scratch;

import org.jspecify.annotations.NullMarked;
