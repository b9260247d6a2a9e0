@NullMarked
package dev.deed.ownership.propose;

import org.jspecify.annotations.NullMarked;
