/// Migration files: folders, names, and what is remembered of files that have not changed.
@NullMarked
package dev.deed.engine.file;

import org.jspecify.annotations.NullMarked;
