/// The commands: parse arguments, call once, return a report.
@NullMarked
package dev.deed.cli;

import org.jspecify.annotations.NullMarked;
