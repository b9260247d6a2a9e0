/// PostgreSQL's language: lexer and parser.
@NullMarked
package dev.deed.sql.parse;

import org.jspecify.annotations.NullMarked;
