/// Which privileges the ownership file asks for, as SQL, and what a database lacks of them.
@NullMarked
package dev.deed.ownership.rights;

import org.jspecify.annotations.NullMarked;
