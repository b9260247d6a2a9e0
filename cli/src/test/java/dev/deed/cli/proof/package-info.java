/// Proves on a live server what rules claim about locks, scans, rewrites and advised SQL.
@NullMarked
package dev.deed.cli.proof;

import org.jspecify.annotations.NullMarked;
