@NullMarked
package dev.deed.ownership.teams;

import org.jspecify.annotations.NullMarked;
