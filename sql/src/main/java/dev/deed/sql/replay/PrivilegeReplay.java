package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.External;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `GRANT`, `REVOKE`, default privileges, and changes of objects that a role owns.
final class PrivilegeReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  /// Kinds of objects that belong to no role.
  private static final Set<ObjectKind> OWNERLESS =
      EnumSet.of(
          ObjectKind.ACCESS_METHOD,
          ObjectKind.CAST,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TRANSFORM,
          ObjectKind.USER_MAPPING);

  private boolean hasDefaults;

  PrivilegeReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  void apply(PrivilegeEffect effect) {
    switch (effect) {
      case ChangesPrivileges changes -> change(changes);
      case ChangesDefaultPrivileges changes -> change(changes);
      case DropsOwned drops -> drops.roles().forEach(r -> dropOwned(role(r), drops.cascade()));
      case ReassignsOwned reassigns ->
          reassigns.roles().forEach(r -> reassign(role(r), role(reassigns.newOwner())));
      case ChangesMembership _ -> {}
    }
  }

  /// `CURRENT_USER` and similar words as a role name, if the script sets the role.
  String role(String written) {
    return switch (written) {
      case "current_user", "current_role", "session_user", "user" -> {
        var role = surrounding.session().role();
        yield role == null ? written : role;
      }
      default -> written;
    };
  }

  /// The initial attributes of a new object: its owner, and default privileges.
  Attributes ofNew(ObjectName name) {
    if (OWNERLESS.contains(name.kind())) {
      return Attributes.NONE;
    }
    var owner = surrounding.session().role();
    var attributes = Attributes.NONE.withOwner(owner);
    var kind = defaultKind(name.kind());
    if (kind == null || !hasDefaults) {
      return attributes;
    }
    var privileges = attributes.privileges();
    for (var schema : new String[] {null, name.name().schema()}) {
      var defaults = state.get(ObjectName.defaultPrivileges(roleOf(owner), schema, kind));
      if (defaults != null) {
        privileges = Grants.merged(privileges, defaults.attributes().privileges());
      }
    }
    return attributes.withPrivileges(privileges);
  }

  private static @Nullable ObjectKind defaultKind(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> ObjectKind.TABLE;
      case SEQUENCE -> ObjectKind.SEQUENCE;
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> ObjectKind.ROUTINE;
      case TYPE, DOMAIN -> ObjectKind.TYPE;
      case SCHEMA -> ObjectKind.SCHEMA;
      default -> null;
    };
  }

  /// Without a role, they apply to the role that runs the script.
  private static String roleOf(@Nullable String role) {
    return role == null ? "current_user" : role;
  }

  // GRANT and REVOKE

  private void change(ChangesPrivileges changes) {
    for (var name : targets(changes)) {
      for (var role : changes.roles()) {
        change(name, changes, role(role));
      }
    }
  }

  private List<ObjectName> targets(ChangesPrivileges changes) {
    var targets = new ArrayList<>(surrounding.names().objects(changes.objects()));
    if (!changes.allInSchemas().isEmpty()) {
      targets.addAll(all(state, changes));
    }
    return targets;
  }

  /// The objects that `ALL ... IN SCHEMA` includes now.
  static List<ObjectName> all(SchemaState state, ChangesPrivileges changes) {
    var found = new ArrayList<ObjectName>();
    for (var object : state.objects()) {
      var name = object.name();
      var schema = name.name().schema();
      if (schema != null
          && changes.allInSchemas().contains(schema)
          && isMeant(changes.allKind(), name.kind())) {
        found.add(name);
      }
    }
    return found;
  }

  private static boolean isMeant(ObjectKind all, ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> all == ObjectKind.TABLE;
      case FUNCTION, AGGREGATE -> all == ObjectKind.FUNCTION || all == ObjectKind.ROUTINE;
      case PROCEDURE -> all == ObjectKind.PROCEDURE || all == ObjectKind.ROUTINE;
      default -> all == kind;
    };
  }

  private void change(ObjectName name, ChangesPrivileges changes, String role) {
    for (var privilege : changes.privileges()) {
      var columns = privilege.indexOf(" (");
      if (columns < 0) {
        changeOn(name, changes, role, privilege);
        revokeOnColumns(name, changes, role, privilege);
      } else {
        var list = privilege.substring(columns + 2, privilege.length() - 1);
        for (var column : CanonicalWords.of(list)) {
          if (!column.equals(",")) {
            var part = ObjectName.column(name.name(), column);
            CommentReplay.outputColumn(state, part);
            changeOn(part, changes, role, privilege.substring(0, columns));
          }
        }
      }
    }
  }

  /// A privilege revoked from the table is revoked from its columns, too.
  private void revokeOnColumns(
      ObjectName name, ChangesPrivileges changes, String role, String privilege) {
    var table = changes.revokes() ? state.table(name.name()) : null;
    if (table != null) {
      for (var column : state.columns(table)) {
        if (column.attributes().privileges().byGrantee().containsKey(role)) {
          changeOn(column.name(), changes, role, privilege);
        }
      }
    }
  }

  private void changeOn(ObjectName name, ChangesPrivileges changes, String role, String privilege) {
    var externals = surrounding.externals();
    var known = state.get(name);
    if (externals != null && changes.revokes() && (known == null || known instanceof External)) {
      // Which privileges it has from the start, the dump does not say.
      var option = changes.grantOption() ? "grant option for " : "";
      externals.note(name, "revoke %s%s from %s".formatted(option, privilege, role));
      return;
    }
    surrounding.change(name, a -> changed(name, a, changes, role, privilege));
  }

  private Attributes changed(
      ObjectName name,
      Attributes attributes,
      ChangesPrivileges changes,
      String role,
      String privilege) {
    var grants = new Grants(name.kind(), surrounding.postgres(), attributes.owner());
    var privileges = attributes.privileges();
    return attributes.withPrivileges(
        changes.revokes()
            ? grants.revoked(privileges, role, privilege, changes.grantOption())
            : grants.granted(privileges, role, privilege, changes.grantOption()));
  }

  // Default privileges

  private void change(ChangesDefaultPrivileges changes) {
    hasDefaults = true;
    var owners = new ArrayList<@Nullable String>();
    changes.forRoles().forEach(r -> owners.add(role(r)));
    if (owners.isEmpty()) {
      owners.add(surrounding.session().role());
    }
    var schemas = new ArrayList<@Nullable String>(changes.schemas());
    if (schemas.isEmpty()) {
      schemas.add(null);
    }
    for (var owner : owners) {
      for (var schema : schemas) {
        change(
            new DefaultPrivileges(roleOf(owner), schema, changes.kind(), Attributes.NONE), changes);
      }
    }
  }

  private void change(DefaultPrivileges changed, ChangesDefaultPrivileges changes) {
    var known = state.get(changed.name());
    var attributes = known == null ? Attributes.NONE : known.attributes();
    var privileges = attributes.privileges();
    var grants =
        changed.schema() == null
            ? new Grants(changes.kind(), surrounding.postgres(), changed.role())
            : Grants.fromNothing(changes.kind(), surrounding.postgres());
    for (var role : changes.roles()) {
      for (var privilege : changes.privileges()) {
        privileges =
            changes.revokes()
                ? grants.revoked(privileges, role(role), privilege, changes.grantOption())
                : grants.granted(privileges, role(role), privilege, changes.grantOption());
      }
    }
    if (privileges.equals(Privileges.DEFAULT)) {
      state.remove(changed.name());
    } else {
      state.put(changed.with(attributes.withPrivileges(privileges)));
    }
  }

  // Possessions

  /// The new owner gets the old one's privileges, next to those that it has.
  void changeOwner(ObjectName name, String newOwner) {
    surrounding.change(
        name,
        a ->
            a.withOwner(newOwner)
                .withPrivileges(
                    new Grants(name.kind(), surrounding.postgres(), a.owner())
                        .passedOn(a.privileges(), newOwner)));
  }

  private void dropOwned(String role, boolean cascade) {
    for (var object : state.objects().toArray(SchemaObject[]::new)) {
      if (role.equals(object.attributes().owner())) {
        surrounding.cascades.drop(object.name(), cascade);
      } else if (state.has(object.name())) {
        surrounding.change(
            object.name(), a -> a.withPrivileges(Grants.without(a.privileges(), role)));
      }
    }
  }

  private void reassign(String role, String newOwner) {
    for (var object : state.objects().toArray(SchemaObject[]::new)) {
      if (role.equals(object.attributes().owner())) {
        changeOwner(object.name(), newOwner);
      }
    }
  }
}
