/// The commands: parse arguments, call one job, return its report; options and exit codes.
@NullMarked
package dev.deed.cli;

import org.jspecify.annotations.NullMarked;
