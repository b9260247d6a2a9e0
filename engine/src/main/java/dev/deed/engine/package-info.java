/// Migrations, their order, and the plan to apply them: pure.
@NullMarked
package dev.deed.engine;

import org.jspecify.annotations.NullMarked;
