/// Who owns which table, and whether a migration may touch it.
@NullMarked
package dev.deed.ownership;

import org.jspecify.annotations.NullMarked;
