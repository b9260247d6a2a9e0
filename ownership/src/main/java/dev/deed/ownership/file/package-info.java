/// Reads `schema-ownership.yaml`.
@NullMarked
package dev.deed.ownership.file;

import org.jspecify.annotations.NullMarked;
