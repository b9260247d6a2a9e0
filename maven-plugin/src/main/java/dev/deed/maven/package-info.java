/// The goals of the Maven plugin: each runs the program `deed`.
@NullMarked
package dev.deed.maven;

import org.jspecify.annotations.NullMarked;
