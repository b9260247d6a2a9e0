/// Connection URLs, libpq's files and variables, pools, and cancellation.
@NullMarked
package dev.deed.engine.connect;

import org.jspecify.annotations.NullMarked;
