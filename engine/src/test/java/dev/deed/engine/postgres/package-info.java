/// A real PostgreSQL for tests: one server a JVM, one fresh database a parameter.
@NullMarked
package dev.deed.engine.postgres;

import org.jspecify.annotations.NullMarked;
