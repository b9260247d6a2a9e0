/// Every operation of `deed expand`, driven from beginning to end on a live server.
@NullMarked
package dev.deed.cli.changeover;

import org.jspecify.annotations.NullMarked;
