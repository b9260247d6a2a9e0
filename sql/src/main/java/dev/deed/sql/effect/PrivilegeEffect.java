package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;

import dev.deed.sql.Span;
import java.util.List;
import java.util.stream.Stream;

/// `GRANT`, `REVOKE`, and statements about objects that roles own.
public sealed interface PrivilegeEffect extends Effect {

  /// @param privileges lower case, with columns if given: `select`, `update (a, b)`, `all`
  record ChangesPrivileges(
      boolean revokes,
      List<String> privileges,
      GrantedOn on,
      List<String> roles,
      boolean grantOption,
      boolean cascade,
      Span span)
      implements PrivilegeEffect {
    public ChangesPrivileges {
      privileges = List.copyOf(privileges);
      roles = List.copyOf(roles);
    }

    public List<ObjectName> objects() {
      return on.objects();
    }

    public ObjectKind allKind() {
      return on.allKind();
    }

    public List<String> allInSchemas() {
      return on.allInSchemas();
    }

    /// `GRANT` takes no lock on the relation.
    @Override
    public List<ObjectAccess> touches() {
      var named = objects().stream().map(o -> ObjectAccess.of(o, DEFINES, null, span));
      var schemas =
          allInSchemas().stream()
              .map(s ->
                  ObjectAccess.of(
                      ObjectName.of(ObjectKind.SCHEMA, s), Access.REFERENCES, null, span));
      return Stream.concat(named, schemas).toList();
    }
  }

  /// @param objects named objects; empty if `allInSchemas` is given
  /// @param allKind the kind of `ALL TABLES | SEQUENCES | FUNCTIONS | ... IN SCHEMA`, `TABLE`
  ///   otherwise
  record GrantedOn(List<ObjectName> objects, ObjectKind allKind, List<String> allInSchemas) {
    public GrantedOn {
      objects = List.copyOf(objects);
      allInSchemas = List.copyOf(allInSchemas);
    }
  }

  record ChangesMembership(
      boolean revokes, List<String> granted, List<String> members, String options, Span span)
      implements PrivilegeEffect {
    public ChangesMembership {
      granted = List.copyOf(granted);
      members = List.copyOf(members);
    }

    @Override
    public List<ObjectAccess> touches() {
      return granted.stream()
          .map(r -> ObjectAccess.of(ObjectName.of(ObjectKind.ROLE, r), DEFINES, null, span))
          .toList();
    }
  }

  /// `ALTER DEFAULT PRIVILEGES`
  ///
  /// @param kind the kind of object that the privileges apply to
  /// @param schemas empty for all schemas
  /// @param forRoles empty for the current role
  record ChangesDefaultPrivileges(
      boolean revokes,
      List<String> privileges,
      ObjectKind kind,
      List<String> schemas,
      List<String> forRoles,
      List<String> roles,
      boolean grantOption,
      Span span)
      implements PrivilegeEffect {
    public ChangesDefaultPrivileges {
      privileges = List.copyOf(privileges);
      schemas = List.copyOf(schemas);
      forRoles = List.copyOf(forRoles);
      roles = List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return schemas.stream()
          .map(s ->
              ObjectAccess.of(ObjectName.of(ObjectKind.SCHEMA, s), Access.REFERENCES, null, span))
          .toList();
    }
  }

  /// `DROP OWNED BY`: only the catalog knows what it drops.
  record DropsOwned(List<String> roles, boolean cascade, Span span) implements PrivilegeEffect {
    public DropsOwned {
      roles = List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }

  record ReassignsOwned(List<String> roles, String newOwner, Span span) implements PrivilegeEffect {
    public ReassignsOwned {
      roles = List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }
}
