/// Text to tokens, by PostgreSQL's lexical rules, and the cursor that a parser moves over them.
@NullMarked
package dev.deed.sql.lex;

import org.jspecify.annotations.NullMarked;
