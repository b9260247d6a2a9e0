/// Who owns which table, and who else may use it.
@NullMarked
package dev.deed.ownership;

import org.jspecify.annotations.NullMarked;
