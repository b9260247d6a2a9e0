@NullMarked
package dev.deed.drift;

import org.jspecify.annotations.NullMarked;
