/// Rules about storage, maintenance commands, and triggers and rules on tables in use.
@NullMarked
package dev.deed.lint.rule.maintenance;

import org.jspecify.annotations.NullMarked;
