package dev.deed.engine.look.emergency;

import dev.deed.sql.QualifiedName;

/// An invalid index that no session builds: writes maintain it, and no query uses it.
///
/// @param isOfConstraint a constraint needs it
public record LeftIndex(QualifiedName index, QualifiedName table, boolean isOfConstraint) {}
