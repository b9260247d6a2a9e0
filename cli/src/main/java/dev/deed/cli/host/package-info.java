/// The world outside of the program: files, git, signals, terminal, progress.
@NullMarked
package dev.deed.cli.host;

import org.jspecify.annotations.NullMarked;
