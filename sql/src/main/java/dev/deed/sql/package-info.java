/// What every module says about SQL: names, places, scripts, statements, findings.
@NullMarked
package dev.deed.sql;

import org.jspecify.annotations.NullMarked;
