/// A JUnit extension that gives a test a database with the repository's migrations applied.
@NullMarked
package dev.deed.junit;

import org.jspecify.annotations.NullMarked;
