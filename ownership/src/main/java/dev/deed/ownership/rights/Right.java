package dev.deed.ownership.rights;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;
import java.util.Set;

/// One privilege of one database role on one object.
///
/// @param object fully qualified; a column for a privilege on that column only
/// @param role `public` for all roles
public record Right(ObjectName object, String role, Privilege privilege)
    implements Comparable<Right> {

  public static final String EVERYBODY = "public";

  /// In the order in which they have to be granted: a role cannot own a table in a schema where it
  /// may not create one.
  public enum Privilege {
    USAGE,
    CREATE,
    OWNER,
    SELECT,
    REFERENCES,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    TRIGGER,
    MAINTAIN,
    /// Membership in another role, and so all of its privileges.
    MEMBER,
    SUPERUSER;

    static final Set<Privilege> OF_TABLES =
        Set.of(SELECT, REFERENCES, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER, MAINTAIN);
  }

  @Override
  public int compareTo(Right other) {
    var byStage = Integer.compare(stage(), other.stage());
    var byObject = byStage != 0 ? byStage : object.compareTo(other.object);
    var byRole = byObject != 0 ? byObject : role.compareTo(other.role);
    return byRole != 0 ? byRole : privilege.compareTo(other.privilege);
  }

  /// The table of a column; else the object itself.
  ObjectName relation() {
    return isOfColumn() ? ObjectName.table(object.name()) : object;
  }

  boolean isOfColumn() {
    return object.kind() == ObjectKind.COLUMN;
  }

  /// The statement that grants it.
  ///
  /// @param privileges this one and others of the same role on the same object
  String given(String privileges) {
    var to = " TO " + grantee() + ";";
    return switch (privilege) {
      case OWNER -> "ALTER " + kind() + " " + object.text() + " OWNER" + to;
      case MEMBER -> "GRANT " + object.text() + to;
      case SUPERUSER -> "ALTER ROLE " + grantee() + " SUPERUSER;";
      default -> "GRANT " + privileges + " ON " + kind() + " " + relation().text() + to;
    };
  }

  /// The statement that revokes it.
  String taken(String privileges) {
    var from = " FROM " + grantee() + ";";
    return switch (privilege) {
      case OWNER -> throw new IllegalStateException("an owner is replaced, not revoked");
      case MEMBER -> "REVOKE " + object.text() + from;
      case SUPERUSER -> "ALTER ROLE " + grantee() + " NOSUPERUSER;";
      default -> "REVOKE " + privileges + " ON " + kind() + " " + relation().text() + from;
    };
  }

  private String grantee() {
    return role.equals(EVERYBODY) ? "PUBLIC" : Identifier.quoted(role);
  }

  /// `GRANT` says `TABLE` for every relation that can be queried; `ALTER` needs the exact kind.
  private String kind() {
    var isGranted = privilege != Privilege.OWNER;
    return switch (object.kind()) {
      case COLUMN -> ObjectKind.TABLE.name();
      case FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> isGranted ? ObjectKind.TABLE.name() : words();
      default -> words();
    };
  }

  private String words() {
    return object.kind().words().toUpperCase(Locale.ROOT);
  }

  /// Schemas first, then owners, then the grants to consumers.
  private int stage() {
    return switch (privilege) {
      case USAGE, CREATE -> object.kind() == ObjectKind.SCHEMA ? 0 : 2;
      case OWNER -> 1;
      default -> 2;
    };
  }
}
