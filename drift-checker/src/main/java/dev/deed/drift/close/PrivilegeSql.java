package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `GRANT` and `REVOKE` of one object. The owner's and `PUBLIC`'s privileges are listed only where
/// they are not PostgreSQL's defaults.
final class PrivilegeSql {

  private static final String PUBLIC = "public";

  private final @Nullable String owner;
  private final String column;
  private final String head;
  private final String on;
  private final String standard;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, Set<String>> cascading = new TreeMap<>();

  PrivilegeSql(ObjectName object, @Nullable String owner) {
    this(
        owner,
        object.kind() == ObjectKind.COLUMN ? " (" + Identifier.quoted(object.own()) + ")" : "",
        "",
        target(object),
        standard(object.kind()));
  }

  private PrivilegeSql(
      @Nullable String owner, String column, String head, String on, String standard) {
    this.owner = owner;
    this.column = column;
    this.head = head;
    this.on = on;
    this.standard = standard;
  }

  /// Default privileges: for all schemas they start from PostgreSQL's own, for one from nothing.
  static List<String> of(DefaultPrivileges defaults, Privileges before, Privileges after) {
    var schema = defaults.schema();
    var head =
        "ALTER DEFAULT PRIVILEGES"
            + (defaults.isOfRunningRole() ? "" : " FOR ROLE " + Identifier.quoted(defaults.role()))
            + (schema == null ? "" : " IN SCHEMA " + Identifier.quoted(schema))
            + " ";
    var kinds = plural(defaults.on());
    var sql =
        new PrivilegeSql(
            schema == null ? defaults.role() : null,
            "",
            head,
            kinds,
            schema == null ? standard(defaults.on()) : "");
    return sql.changed(before, after, Collections.emptySet());
  }

  private static String plural(ObjectKind kind) {
    return switch (kind) {
      case TABLE, RELATION, VIEW -> "TABLES";
      case SEQUENCE -> "SEQUENCES";
      case FUNCTION, ROUTINE, PROCEDURE -> "FUNCTIONS";
      case TYPE -> "TYPES";
      case SCHEMA -> "SCHEMAS";
      case LARGE_OBJECT -> "LARGE OBJECTS";
      default -> kind.words().toUpperCase(Locale.ROOT) + "S";
    };
  }

  /// What `PUBLIC` may do with a new object.
  private static String standard(ObjectKind kind) {
    return switch (kind) {
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> "EXECUTE";
      case TYPE, DOMAIN, LANGUAGE -> "USAGE";
      default -> "";
    };
  }

  static String target(ObjectName object) {
    var name = object.name().quoted();
    return switch (object.kind()) {
      case SEQUENCE -> "SEQUENCE " + name;
      case FUNCTION, ROUTINE -> "FUNCTION " + object.text();
      case PROCEDURE -> "PROCEDURE " + object.text();
      case AGGREGATE -> "FUNCTION " + name + object.plainArguments();
      case TYPE, DOMAIN -> "TYPE " + name;
      case SCHEMA -> "SCHEMA " + name;
      case LANGUAGE -> "LANGUAGE " + name;
      case FOREIGN_DATA_WRAPPER -> "FOREIGN DATA WRAPPER " + name;
      case SERVER -> "FOREIGN SERVER " + name;
      case PARAMETER -> "PARAMETER " + name;
      default -> "TABLE " + name;
    };
  }

  /// @param others grantees that may have something on a new object
  List<String> changed(Privileges before, Privileges after, Set<String> others) {
    var grantees = new TreeSet<>(before.byGrantee().keySet());
    grantees.addAll(after.byGrantee().keySet());
    grantees.addAll(others);
    for (var grantee : grantees) {
      var old = before.byGrantee().get(grantee);
      var now = after.byGrantee().get(grantee);
      if (others.contains(grantee) || (hasStandard(grantee) && (old == null || now == null))) {
        if (others.contains(grantee) || !java.util.Objects.equals(old, now)) {
          again(grantee, now);
        }
      } else {
        change(
            grantee,
            old == null ? new TreeMap<>() : old,
            now == null ? new TreeMap<>() : now,
            passedOn(grantee, before));
      }
    }
    giveAgain(before, after);
    return statements;
  }

  /// The privileges that others have too: who may grant one may have granted it to them.
  private Set<String> passedOn(String grantee, Privileges before) {
    var passedOn = new TreeSet<String>();
    if (head.isEmpty()) {
      before
          .byGrantee()
          .forEach((other, privileges) -> {
            if (!other.equals(grantee) && !other.equals(owner)) {
              passedOn.addAll(privileges.keySet());
            }
          });
    }
    return passedOn;
  }

  /// `CASCADE` takes a privilege from all that have it from the grantee, also from those that keep
  /// it.
  private void giveAgain(Privileges before, Privileges after) {
    before
        .byGrantee()
        .forEach((grantee, had) -> {
          var kept = new TreeMap<>(after.byGrantee().getOrDefault(grantee, new TreeMap<>()));
          kept.keySet().retainAll(had.keySet());
          kept.keySet().removeIf(p -> !isTaken(p, grantee));
          if (!grantee.equals(owner)) {
            grant(grantee, kept);
          }
        });
  }

  private boolean isTaken(String privilege, String grantee) {
    return cascading.getOrDefault(privilege, Set.of()).stream().anyMatch(g -> !g.equals(grantee));
  }

  private boolean hasStandard(String grantee) {
    return grantee.equals(owner) || (grantee.equals(PUBLIC) && !standard.isEmpty());
  }

  /// From nothing, or from what PostgreSQL gives by itself.
  private void again(String grantee, @Nullable SortedMap<String, Boolean> wanted) {
    if (wanted != null) {
      revoke("ALL", grantee);
      grant(grantee, wanted);
    } else if (grantee.equals(owner)) {
      statements.add(head + "GRANT ALL" + column + " ON " + on + " TO " + role(grantee));
    } else if (grantee.equals(PUBLIC) && !standard.isEmpty()) {
      statements.add(head + "GRANT " + standard + " ON " + on + " TO PUBLIC");
    } else {
      revoke("ALL", grantee);
    }
  }

  private void change(
      String grantee,
      SortedMap<String, Boolean> old,
      SortedMap<String, Boolean> now,
      Set<String> passedOn) {
    var gone = new TreeSet<>(old.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(p -> {
      var cascades = Boolean.TRUE.equals(old.get(p)) && passedOn.contains(p);
      revoke("", p, grantee, cascades);
    });
    var given = new TreeMap<String, Boolean>();
    now.forEach((privilege, option) -> {
      var had = old.get(privilege);
      if (had == null || (!had && option)) {
        given.put(privilege, option);
      } else if (had && !option) {
        revoke("GRANT OPTION FOR ", privilege, grantee, passedOn.contains(privilege));
      }
    });
    grant(grantee, given);
  }

  private void revoke(String privilege, String grantee) {
    statements.add(head + "REVOKE " + privilege + column + " ON " + on + " FROM " + role(grantee));
  }

  private void revoke(String option, String privilege, String grantee, boolean cascades) {
    revoke(option + privilege.toUpperCase(Locale.ROOT), grantee);
    if (cascades) {
      statements.add(statements.removeLast() + " CASCADE");
      cascading.computeIfAbsent(privilege, p -> new TreeSet<>()).add(grantee);
    }
  }

  private void grant(String grantee, SortedMap<String, Boolean> privileges) {
    for (var option : List.of(false, true)) {
      var list =
          privileges.entrySet().stream()
              .filter(p -> p.getValue().equals(option))
              .map(p -> p.getKey().toUpperCase(Locale.ROOT) + column)
              .toList();
      if (!list.isEmpty()) {
        statements.add(
            head
                + "GRANT "
                + String.join(", ", list)
                + " ON "
                + on
                + " TO "
                + role(grantee)
                + (option ? " WITH GRANT OPTION" : ""));
      }
    }
  }

  private static String role(String role) {
    return ObjectSql.roles(List.of(role));
  }
}
