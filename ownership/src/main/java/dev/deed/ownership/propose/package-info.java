/// Proposes an ownership file from the facts of a repository and a database: pure.
@NullMarked
package dev.deed.ownership.propose;

import org.jspecify.annotations.NullMarked;
