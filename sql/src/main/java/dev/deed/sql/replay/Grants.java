package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Privileges;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Grants and revokes privileges on objects of one kind.
final class Grants {

  private static final String PUBLIC = "public";

  /// From this version on, a table's privileges include `MAINTAIN`.
  private static final int MAINTAIN = 17;

  private final ObjectKind kind;
  private final int postgres;
  private final boolean hasStandard;
  private final @Nullable String owner;

  /// @param owner has all privileges from the start
  Grants(ObjectKind kind, int postgres, @Nullable String owner) {
    this(kind, postgres, true, owner);
  }

  private Grants(ObjectKind kind, int postgres, boolean hasStandard, @Nullable String owner) {
    this.kind = kind;
    this.postgres = postgres;
    this.hasStandard = hasStandard;
    this.owner = owner;
  }

  /// Default privileges in a schema are added to those that every role has anyway.
  static Grants fromNothing(ObjectKind kind, int postgres) {
    return new Grants(kind, postgres, false, null);
  }

  /// The privileges that `ALL` means.
  private List<String> all() {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, RELATION ->
          postgres >= MAINTAIN
              ? List.of(
                  "select",
                  "insert",
                  "update",
                  "delete",
                  "truncate",
                  "references",
                  "trigger",
                  "maintain")
              : List.of(
                  "select", "insert", "update", "delete", "truncate", "references", "trigger");
      case COLUMN -> List.of("select", "insert", "update", "references");
      case SEQUENCE -> List.of("select", "update", "usage");
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> List.of("execute");
      case SCHEMA -> List.of("create", "usage");
      case DATABASE -> List.of("connect", "create", "temporary");
      case LARGE_OBJECT -> List.of("select", "update");
      case TABLESPACE -> List.of("create");
      case PARAMETER -> List.of("set", "alter system");
      default -> List.of("usage");
    };
  }

  /// The privileges that `PUBLIC` has by default.
  private List<String> ofPublic() {
    return switch (kind) {
      case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> List.of("execute");
      case TYPE, DOMAIN, LANGUAGE -> List.of("usage");
      case DATABASE -> List.of("connect", "temporary");
      default -> List.of();
    };
  }

  private List<String> expanded(String privilege) {
    return switch (privilege) {
      case "all" -> all();
      case "temp" -> List.of("temporary");
      // Not a privilege before: what only a newer server grants does not count there.
      case "maintain" -> postgres >= MAINTAIN ? List.of(privilege) : List.of();
      default -> List.of(privilege);
    };
  }

  Privileges granted(Privileges before, String role, String privilege, boolean grantOption) {
    return change(
        before,
        role,
        held -> {
          for (var single : expanded(privilege)) {
            held.merge(single, grantOption, Boolean::logicalOr);
          }
        });
  }

  /// @param optionOnly `GRANT OPTION FOR`
  Privileges revoked(Privileges before, String role, String privilege, boolean optionOnly) {
    return change(
        before,
        role,
        held -> {
          for (var single : expanded(privilege)) {
            if (optionOnly) {
              held.computeIfPresent(single, (_, _) -> false);
            } else {
              held.remove(single);
            }
          }
        });
  }

  private interface Change {
    void on(SortedMap<String, Boolean> held);
  }

  private Privileges change(Privileges before, String role, Change change) {
    var all = new TreeMap<>(before.byGrantee());
    var standard = standard(role);
    var held = new TreeMap<>(all.getOrDefault(role, standard));
    change.on(held);
    if (held.equals(standard)) {
      all.remove(role);
    } else {
      all.put(role, held);
    }
    return new Privileges(all);
  }

  private SortedMap<String, Boolean> standard(String role) {
    var held = new TreeMap<String, Boolean>();
    if (hasStandard && role.equals(PUBLIC)) {
      ofPublic().forEach(p -> held.put(p, false));
    }
    if (hasStandard && role.equals(owner) && kind != ObjectKind.COLUMN) {
      all().forEach(p -> held.put(p, false));
    }
    return held;
  }

  /// The privileges after the object has got another owner.
  Privileges passedOn(Privileges before, String newOwner) {
    var all = new TreeMap<>(before.byGrantee());
    if (newOwner.equals(owner) || (owner != null && !all.containsKey(owner))) {
      // All of them: what the new owner had is among them.
      if (!newOwner.equals(owner)) {
        all.remove(newOwner);
      }
      return new Privileges(all);
    }
    var held = owner == null ? null : all.remove(owner);
    if (held != null) {
      var both = new TreeMap<>(all.getOrDefault(newOwner, new TreeMap<>()));
      held.forEach((p, option) -> both.merge(p, option, Boolean::logicalOr));
      all.put(newOwner, both);
    }
    return new Privileges(all);
  }

  static Privileges merged(Privileges first, Privileges second) {
    var all = new TreeMap<>(first.byGrantee());
    second
        .byGrantee()
        .forEach((role, held) -> {
          var both = new TreeMap<>(all.getOrDefault(role, new TreeMap<>()));
          held.forEach((p, option) -> both.merge(p, option, Boolean::logicalOr));
          all.put(role, both);
        });
    return new Privileges(all);
  }

  static Privileges without(Privileges privileges, String role) {
    var all = new TreeMap<>(privileges.byGrantee());
    all.remove(role);
    return new Privileges(all);
  }
}
