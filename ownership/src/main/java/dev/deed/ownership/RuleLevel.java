package dev.deed.ownership;

import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;

/// What the ownership file says of one rule's weight. Whether there is such a rule is not known
/// here.
public record RuleLevel(RuleName rule, Severity severity, Span span) {}
