/// PostgreSQL servers that exist only for a while: for a proof, or for the demo.
@NullMarked
package dev.deed.cli.scratch;

import org.jspecify.annotations.NullMarked;
