/// Rules about privileges, row security, extensions, and code that cannot be read.
@NullMarked
package dev.deed.lint.rule.security;

import org.jspecify.annotations.NullMarked;
