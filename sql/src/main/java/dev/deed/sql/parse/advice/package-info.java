/// What to do about SQL that cannot be read: psql's commands, other products' SQL, misspelt key
/// words.
@NullMarked
package dev.deed.sql.parse.advice;

import org.jspecify.annotations.NullMarked;
