/// The built-in PostgreSQL server of `deed demo`.
@NullMarked
package dev.deed.cli.demo;

import org.jspecify.annotations.NullMarked;
