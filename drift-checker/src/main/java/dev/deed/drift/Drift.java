package dev.deed.drift;

import dev.deed.ownership.Service;
import dev.deed.sql.Severity;
import org.jspecify.annotations.Nullable;

/// A difference, with whose it is and how much it weighs (see `Weight`): a `WARNING` changes no
/// query's answer and stops no writer.
///
/// @param owner null where nobody owns it, or more than one says so
public record Drift(Difference difference, @Nullable Service owner, Severity severity) {}
