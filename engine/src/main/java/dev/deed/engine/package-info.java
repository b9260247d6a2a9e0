/// Migrations, their order, and the plan to apply them; nothing here connects to a database.
@NullMarked
package dev.deed.engine;

import org.jspecify.annotations.NullMarked;
