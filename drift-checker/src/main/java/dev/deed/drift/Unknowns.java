package dev.deed.drift;

import dev.deed.drift.Difference.FacetChange;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Extension;

/// Facts that at least one side does not contain for any object: unknown is not the same as none.
///
/// @param owners a side was dumped with `--no-owner`
/// @param privileges a side was dumped with `--no-privileges`
/// @param publicOwner one server is older than 15, where another role owns schema `public`
/// @param extensionComments a side is not a database: what it creates gets comments that it does
///   not say
record Unknowns(
    boolean owners, boolean privileges, boolean publicOwner, boolean extensionComments) {

  static final Unknowns NONE = new Unknowns(false, false);

  Unknowns(boolean owners, boolean privileges) {
    this(owners, privileges, false, true);
  }

  boolean covers(ObjectName object) {
    return privileges && object.kind() == ObjectKind.DEFAULT_PRIVILEGES;
  }

  boolean covers(FacetChange change, SchemaObject before, SchemaObject after) {
    var facet = change.facet();
    return switch (facet.facet()) {
      case PRIVILEGES ->
          privileges || (owners && (isOwner(facet.of(), before) || isOwner(facet.of(), after)));
      // Before 15, pg_dump does not write the owner of schema public.
      case OWNER ->
          owners
              || (publicOwner && Side.isPublic(before))
              || (Side.isPublic(before) && change.from() == null)
              || (Side.isPublic(after) && change.to() == null);
      case COMMENT ->
          extensionComments
              && after instanceof Extension
              && (change.from() == null || change.to() == null);
      default -> false;
    };
  }

  /// The owner's own privileges are implied, but only a side that knows the owner can tell.
  private static boolean isOwner(String role, SchemaObject object) {
    return role.equals(object.attributes().owner());
  }

  /// True for a fact about the object that is never a difference, whatever the other side says.
  boolean coversAnyway(FacetName facet, SchemaObject object) {
    return switch (facet.facet()) {
      case PRIVILEGES -> privileges || (owners && isOwner(facet.of(), object));
      case OWNER -> owners || (publicOwner && Side.isPublic(object));
      default -> false;
    };
  }

  Unknowns and(Unknowns other) {
    return new Unknowns(
        owners || other.owners,
        privileges || other.privileges,
        publicOwner || other.publicOwner,
        extensionComments || other.extensionComments);
  }
}
