/// The PostgreSQL that `deed demo` brings along.
@NullMarked
package dev.deed.cli.demo;

import org.jspecify.annotations.NullMarked;
