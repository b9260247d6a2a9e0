/// The commands: each parses its arguments, makes one call and returns a report.
@NullMarked
package dev.deed.cli;

import org.jspecify.annotations.NullMarked;
