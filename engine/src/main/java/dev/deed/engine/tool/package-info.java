/// Migrations of other tools: their folders, file formats and order, from texts alone.
@NullMarked
package dev.deed.engine.tool;

import org.jspecify.annotations.NullMarked;
