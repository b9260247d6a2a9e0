/// PostgreSQL's SQL as data: names, positions in a text, findings. Knows no files, no JDBC, no
/// clock.
@NullMarked
package dev.deed.sql;

import org.jspecify.annotations.NullMarked;
