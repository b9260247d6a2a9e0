/// The demo: a PostgreSQL of its own, and the story that is told on it.
@NullMarked
package dev.deed.cli.demo;

import org.jspecify.annotations.NullMarked;
