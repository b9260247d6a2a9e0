/// Tests of the test resource.
@NullMarked
package dev.deed.junit.quarkus;

import org.jspecify.annotations.NullMarked;
