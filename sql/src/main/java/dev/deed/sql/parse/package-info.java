/// The parser, hand-written: tokens to a `Script`, one class a statement family.
@NullMarked
package dev.deed.sql.parse;

import org.jspecify.annotations.NullMarked;
