package dev.deed.engine.catalog;

import dev.deed.sql.effect.ObjectName;

/// One privilege of a role on one object in a live database.
///
/// @param role `public` for all roles
/// @param privilege as `GRANT` writes it, or `OWNER`, `MEMBER`, `SUPERUSER`
public record HeldRight(ObjectName object, String role, String privilege) {}
