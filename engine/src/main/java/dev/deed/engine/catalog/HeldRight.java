package dev.deed.engine.catalog;

import dev.deed.sql.effect.ObjectName;

/// One thing that a role may do with one object, as a live database has it.
///
/// @param role `public` for everybody
/// @param privilege as `GRANT` writes it, or `OWNER`, `MEMBER`, `SUPERUSER`
public record HeldRight(ObjectName object, String role, String privilege) {}
