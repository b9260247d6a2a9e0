package dev.deed.ownership;

import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;

/// The severity that the ownership file sets for one rule. Whether the rule exists is not checked
/// here.
public record RuleLevel(RuleName rule, Severity severity, Span span) {}
