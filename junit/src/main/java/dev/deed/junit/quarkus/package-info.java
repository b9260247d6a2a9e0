/// The same database as a test resource of Quarkus, which is an optional dependency.
@NullMarked
package dev.deed.junit.quarkus;

import org.jspecify.annotations.NullMarked;
