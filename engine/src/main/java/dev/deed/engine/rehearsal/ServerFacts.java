package dev.deed.engine.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a migration can change besides a database's schema and rows: roles, their memberships and
/// settings, and large objects. A password is left out: no down can bring it back.
///
/// @param facts by what they are about, in words
public record ServerFacts(Map<Subject, String> facts) {

  public static final ServerFacts NONE = new ServerFacts(Map.of());

  /// @param role that there is no such fact without; empty for none
  public record Subject(String words, String role) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      return words.compareTo(other.words);
    }
  }

  private static final String READ =
      """
      SELECT 'role ' || rolname, rolname,
             pg_catalog.concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
                                  rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil,
                                  pg_catalog.shobj_description(oid, 'pg_authid'))
      FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_'
      UNION ALL
      SELECT 'the membership of ' || m.rolname || ' in ' || r.rolname, m.rolname,
             pg_catalog.bool_or(a.admin_option)::text
      FROM pg_catalog.pg_auth_members a
           JOIN pg_catalog.pg_roles m ON m.oid = a.member
           JOIN pg_catalog.pg_roles r ON r.oid = a.roleid
      GROUP BY m.rolname, r.rolname
      UNION ALL
      SELECT pg_catalog.concat('setting ', pg_catalog.split_part(c, '=', 1), ' of ',
                               coalesce('role ' || r.rolname, 'the database'),
                               CASE WHEN s.setrole <> 0 AND s.setdatabase <> 0 THEN ' in the database' END),
             coalesce(r.rolname, ''), c
      FROM pg_catalog.pg_db_role_setting s
           LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
           CROSS JOIN pg_catalog.unnest(s.setconfig) AS c
      WHERE s.setdatabase = 0
         OR s.setdatabase = (SELECT oid FROM pg_catalog.pg_database
                             WHERE datname = pg_catalog.current_database())
      UNION ALL
      SELECT 'large object ' || oid, '', ''
      FROM pg_catalog.pg_largeobject_metadata
      """;

  public ServerFacts {
    facts = Map.copyOf(facts);
  }

  static ServerFacts read(Connection connection) throws SQLException {
    var facts = new TreeMap<Subject, String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        facts.put(new Subject(rows.getString(1), rows.getString(2)), rows.getString(3));
      }
    }
    return new ServerFacts(facts);
  }

  /// What differs now, in words.
  ///
  /// @param made roles that the rehearsal itself has made
  public List<String> differences(ServerFacts now, Set<String> made) {
    var all = new TreeMap<Subject, String>();
    now.facts()
        .forEach((subject, value) -> {
          var then = facts.get(subject);
          if (then == null) {
            all.put(subject, " is left over");
          } else if (!then.equals(value)) {
            all.put(subject, " differs");
          }
        });
    facts.keySet().stream()
        .filter(subject -> !now.facts().containsKey(subject))
        .forEach(subject -> all.put(subject, " is missing"));
    all.keySet().removeIf(subject -> made.contains(subject.role()));
    var words = new ArrayList<String>();
    all.forEach((subject, difference) -> words.add(subject.words() + difference));
    return words;
  }

  /// Without those of other databases.
  public ServerFacts ofDatabase() {
    var own = new TreeMap<>(facts);
    own.keySet().removeIf(subject -> !subject.role().isEmpty());
    return new ServerFacts(own);
  }

  /// Roles that were not there.
  public List<String> newRoles(ServerFacts now) {
    return now.facts().keySet().stream()
        .filter(subject -> subject.words().equals("role " + subject.role()))
        .filter(subject -> !facts.containsKey(subject))
        .map(Subject::role)
        .sorted()
        .toList();
  }
}
