@NullMarked
package dev.deed.drift.close;

import org.jspecify.annotations.NullMarked;
