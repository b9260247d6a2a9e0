/// Rules about transactions, timeouts, and how long locks are held.
@NullMarked
package dev.deed.lint.rule.transaction;

import org.jspecify.annotations.NullMarked;
