@NullMarked
package dev.deed.ownership;

import org.jspecify.annotations.NullMarked;
