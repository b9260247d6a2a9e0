/// Rules about partitions.
@NullMarked
package dev.deed.lint.rule.partition;

import org.jspecify.annotations.NullMarked;
