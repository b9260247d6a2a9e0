/// What a job found, as data, and the verdict that follows from it.
@NullMarked
package dev.deed.cli.report;

import org.jspecify.annotations.NullMarked;
