@NullMarked
package dev.deed.engine.find;

import org.jspecify.annotations.NullMarked;
