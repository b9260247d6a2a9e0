/// Tests of the extension: each runs tests of its own.
@NullMarked
package dev.deed.junit;

import org.jspecify.annotations.NullMarked;
