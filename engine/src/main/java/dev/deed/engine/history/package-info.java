/// The history of applied migrations, stored in the database itself.
@NullMarked
package dev.deed.engine.history;

import org.jspecify.annotations.NullMarked;
