package dev.deed.drift;

import dev.deed.ownership.Owner;
import dev.deed.sql.Severity;

/// A difference, with whose it is and how much it weighs: a `WARNING` changes no query's answer.
public record Drift(Difference difference, Owner owner, Severity severity) {}
