package dev.deed.drift;

import dev.deed.drift.Difference.FacetChange;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;

/// Facts that at least one side does not contain for any object: unknown is not the same as none.
///
/// @param owners a side was dumped with `--no-owner`
/// @param privileges a side was dumped with `--no-privileges`
record Unknowns(boolean owners, boolean privileges) {

  static final Unknowns NONE = new Unknowns(false, false);

  private static final String OWNER = "owner";
  private static final String PRIVILEGES = "privileges of ";

  boolean covers(ObjectName object) {
    return privileges && object.kind() == ObjectKind.DEFAULT_PRIVILEGES;
  }

  boolean covers(FacetChange change, SchemaObject before, SchemaObject after) {
    var facet = change.facet();
    if (facet.startsWith(PRIVILEGES)) {
      var role = facet.substring(PRIVILEGES.length());
      return privileges || (owners && (isOwner(role, before) || isOwner(role, after)));
    }
    return owners && facet.equals(OWNER);
  }

  /// The owner's own privileges are implied, but only a side that knows the owner can tell.
  private static boolean isOwner(String role, SchemaObject object) {
    return role.equals(object.attributes().owner());
  }
}
