/// Migrations, their order, and the plan to apply them; no connection in sight.
@NullMarked
package dev.deed.engine;

import org.jspecify.annotations.NullMarked;
