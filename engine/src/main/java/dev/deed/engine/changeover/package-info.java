/// Expand and contract stories that span several migrations.
@NullMarked
package dev.deed.engine.changeover;

import org.jspecify.annotations.NullMarked;
