@NullMarked
package dev.deed.maven;

import org.jspecify.annotations.NullMarked;
