/// What a test wrote, against the file that holds what it should write.
@NullMarked
package dev.deed.sql.golden;

import org.jspecify.annotations.NullMarked;
