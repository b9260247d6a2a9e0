/// The lexer and the parser: text to `Script`.
@NullMarked
package dev.deed.sql.parse;

import org.jspecify.annotations.NullMarked;
