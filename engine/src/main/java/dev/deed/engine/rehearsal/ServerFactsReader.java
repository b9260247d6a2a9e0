package dev.deed.engine.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/// Reads what a migration can change on a server besides the schema and the rows of its database.
/// Each query has, for each fact: what it is about, the role that there is no such fact without,
/// whether it is the whole server's, its value, the statement that removes it, and that statement's
/// place among others.
final class ServerFactsReader {

  /// Databases that deed makes meanwhile.
  private static final String OWN = "'^deed_(scratch|branch|template)_'";

  private static final String HERE =
      "(SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";

  private static final String ROLES =
      """
      SELECT 'role ' || rolname, rolname, true,
             pg_catalog.concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
                                  rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil,
                                  pg_catalog.shobj_description(oid, 'pg_authid')),
             pg_catalog.format('DROP ROLE %I', rolname), 9
      FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_'
      UNION ALL
      SELECT 'the membership of ' || m.rolname || ' in ' || r.rolname, m.rolname, true,
             pg_catalog.bool_or(a.admin_option)::text,
             pg_catalog.format('REVOKE %I FROM %I', r.rolname, m.rolname), 1
      FROM pg_catalog.pg_auth_members a
           JOIN pg_catalog.pg_roles m ON m.oid = a.member
           JOIN pg_catalog.pg_roles r ON r.oid = a.roleid
      GROUP BY m.rolname, r.rolname
      UNION ALL
      SELECT pg_catalog.concat('setting ', pg_catalog.split_part(c, '=', 1), ' of ',
                               CASE WHEN s.setrole <> 0 THEN 'role ' || r.rolname
                                    WHEN s.setdatabase = 0 THEN 'all roles' END,
                               CASE WHEN s.setrole <> 0 AND s.setdatabase <> 0 THEN ' in ' END,
                               CASE WHEN s.setdatabase = HERE THEN 'the database'
                                    WHEN s.setdatabase <> 0 THEN 'database ' || d.datname END),
             coalesce(r.rolname, ''), s.setrole <> 0 OR s.setdatabase IS DISTINCT FROM HERE, c,
             pg_catalog.format('ALTER %s %sRESET %s',
                               CASE WHEN s.setrole <> 0 THEN 'ROLE ' || pg_catalog.quote_ident(r.rolname)
                                    WHEN s.setdatabase <> 0 THEN 'DATABASE ' || pg_catalog.quote_ident(d.datname)
                                    ELSE 'ROLE ALL' END,
                               CASE WHEN s.setrole <> 0 AND s.setdatabase <> 0
                                    THEN 'IN DATABASE ' || pg_catalog.quote_ident(d.datname) || ' ' END,
                               pg_catalog.split_part(c, '=', 1)), 1
      FROM pg_catalog.pg_db_role_setting s
           LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
           LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
           CROSS JOIN pg_catalog.unnest(s.setconfig) AS c
      WHERE s.setdatabase IN (0, HERE) OR d.datname !~ OWN
      """;

  private static final String DATABASES =
      """
      SELECT fact.words, '', false, fact.value, '', 0
      FROM pg_catalog.pg_database d,
           LATERAL (VALUES ('the owner of the database', pg_catalog.pg_get_userbyid(d.datdba)::text),
                           ('the connection limit of the database',
                            pg_catalog.concat_ws(' ', d.datconnlimit, d.datallowconn)),
                           ('the tablespace of the database', d.dattablespace::text),
                           ('the mark of the database as a template', d.datistemplate::text),
                           ('the comment on the database', pg_catalog.shobj_description(d.oid, 'pg_database')),
                           ('the access list of the database', ACL(d.datacl, 'd', d.datdba))) AS fact (words, value)
      WHERE d.oid = HERE
      UNION ALL
      SELECT 'database ' || d.datname, '', true,
             pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(d.datdba), d.datconnlimit, d.datallowconn,
                                  d.datistemplate, d.dattablespace, ACL(d.datacl, 'd', d.datdba),
                                  pg_catalog.shobj_description(d.oid, 'pg_database')),
             pg_catalog.format('DROP DATABASE %I', d.datname), 3
      FROM pg_catalog.pg_database d WHERE d.oid <> HERE AND d.datname !~ OWN
      UNION ALL
      SELECT 'tablespace ' || t.spcname, '', true,
             pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(t.spcowner), t.spcoptions,
                                  ACL(t.spcacl, 't', t.spcowner),
                                  pg_catalog.shobj_description(t.oid, 'pg_tablespace')),
             pg_catalog.format('DROP TABLESPACE %I', t.spcname), 4
      FROM pg_catalog.pg_tablespace t
      """;

  private static final String OTHERS =
      """
      SELECT 'large object ' || l.oid, '', false,
             pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(l.lomowner), ACL(l.lomacl, 'L', l.lomowner),
                                  pg_catalog.obj_description(l.oid, 'pg_largeobject')),
             pg_catalog.format('SELECT lo_unlink(%s)', l.oid), 0
      FROM pg_catalog.pg_largeobject_metadata l
      UNION ALL
      SELECT 'replication slot ' || slot_name, '', true,
             pg_catalog.concat_ws(' ', slot_type, plugin, database),
             pg_catalog.format('SELECT pg_drop_replication_slot(%L)', slot_name), 0
      FROM pg_catalog.pg_replication_slots WHERE NOT temporary
      UNION ALL
      SELECT 'replication origin ' || roname, '', true, '',
             pg_catalog.format('SELECT pg_replication_origin_drop(%L)', roname), 0
      FROM pg_catalog.pg_replication_origin WHERE roname !~ '^pg_[0-9]+'
      UNION ALL
      SELECT 'subscription ' || s.subname, '', false,
             pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(s.subowner), s.subenabled, s.subbinary,
                                  s.substream, s.subslotname, s.subsynccommit, s.subpublications,
                                  pg_catalog.obj_description(s.oid, 'pg_subscription')),
             pg_catalog.format('DROP SUBSCRIPTION %I', s.subname), 0
      FROM pg_catalog.pg_subscription s WHERE s.subdbid = HERE
      UNION ALL
      SELECT 'prepared transaction ' || gid, '', false, '',
             pg_catalog.format('ROLLBACK PREPARED %L', gid), 0
      FROM pg_catalog.pg_prepared_xacts WHERE database = pg_catalog.current_database()
      UNION ALL
      SELECT pg_catalog.concat('the security label of ', l.provider, ' on ', o.type, ' ', o.identity), '',
             l.is_shared, l.label,
             CASE WHEN l.is_shared
                  THEN pg_catalog.format('SECURITY LABEL FOR %I ON %s %s IS NULL', l.provider, o.type, o.identity)
                  ELSE '' END, 1
      FROM (SELECT classoid, objoid, objsubid, provider, label, false AS is_shared FROM pg_catalog.pg_seclabel
            UNION ALL
            SELECT classoid, objoid, 0, provider, label, true FROM pg_catalog.pg_shseclabel) AS l,
           LATERAL pg_catalog.pg_identify_object(l.classoid, l.objoid, l.objsubid) AS o
      """;

  /// From PostgreSQL 15 on. The superuser from the beginning always has them.
  private static final String PARAMETERS =
      """
      SELECT pg_catalog.concat('the grant on parameter ', p.parname, ' to ', coalesce(r.rolname, 'PUBLIC')),
             coalesce(r.rolname, ''), true,
             pg_catalog.string_agg(a.privilege_type || a.is_grantable, ',' ORDER BY a.privilege_type, a.is_grantable),
             pg_catalog.format('REVOKE ALL ON PARAMETER %s FROM %s', p.parname,
                               coalesce(pg_catalog.quote_ident(r.rolname), 'PUBLIC')), 1
      FROM pg_catalog.pg_parameter_acl p CROSS JOIN LATERAL pg_catalog.aclexplode(p.paracl) AS a
           LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
      WHERE a.grantee <> 10
      GROUP BY p.parname, r.rolname
      """;

  private static final String MAY_READ =
      """
      SELECT pg_catalog.has_table_privilege('pg_catalog.pg_file_settings', 'SELECT')
               AND pg_catalog.has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'EXECUTE'),
             pg_catalog.has_table_privilege('pg_catalog.pg_largeobject', 'SELECT')
               AND pg_catalog.pg_table_size('pg_catalog.pg_largeobject') < 64 * 1024 * 1024,
             pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT')
      """;

  /// In the order of `MAY_READ`: what `ALTER SYSTEM` has written, large objects' contents, and
  /// where subscriptions connect to.
  private static final List<String> OF_SUPERUSERS =
      List.of(
          """
          SELECT 'setting ' || name || ' of the whole server (ALTER SYSTEM)', '', true,
                 pg_catalog.max(setting), pg_catalog.format('ALTER SYSTEM RESET %s', name), 1
          FROM pg_catalog.pg_file_settings WHERE sourcefile ~ '[/\\\\]postgresql[.]auto[.]conf$'
          GROUP BY name
          """,
          """
          SELECT 'large object ' || loid, '', false,
                 pg_catalog.md5(pg_catalog.string_agg(pageno || pg_catalog.md5(data), '' ORDER BY pageno)), '', 0
          FROM pg_catalog.pg_largeobject GROUP BY loid
          """,
          """
          SELECT 'subscription ' || subname, '', false, pg_catalog.md5(subconninfo), '', 0
          FROM pg_catalog.pg_subscription WHERE subdbid = HERE
          """);

  /// The names of privileges and of those who have them, in one order. Owners have theirs.
  private static final String ACL =
      "(SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(x.grantee),"
          + " x.privilege_type, x.is_grantable), ',' ORDER BY x.grantee, x.privilege_type, x.is_grantable)"
          + " FROM pg_catalog.aclexplode(coalesce($1, pg_catalog.acldefault($2, $3))) AS x WHERE x.grantee <> $3)";

  private static final int WITH_PARAMETERS = 15;

  private ServerFactsReader() {}

  static ServerFacts read(Connection connection) throws SQLException {
    var facts = new TreeMap<ServerFacts.Subject, ServerFacts.Fact>();
    add(connection, ROLES, facts);
    add(connection, DATABASES, facts);
    add(connection, OTHERS, facts);
    if (connection.getMetaData().getDatabaseMajorVersion() >= WITH_PARAMETERS) {
      add(connection, PARAMETERS, facts);
    }
    addReadable(connection, facts);
    return new ServerFacts(facts);
  }

  private static void addReadable(
      Connection connection, TreeMap<ServerFacts.Subject, ServerFacts.Fact> facts)
      throws SQLException {
    var readable = new boolean[OF_SUPERUSERS.size()];
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(MAY_READ)) {
      rows.next();
      for (var i = 0; i < readable.length; i++) {
        readable[i] = rows.getBoolean(i + 1);
      }
    }
    for (var i = 0; i < readable.length; i++) {
      if (readable[i]) {
        add(connection, OF_SUPERUSERS.get(i), facts);
      }
    }
  }

  private static void add(
      Connection connection, String query, TreeMap<ServerFacts.Subject, ServerFacts.Fact> facts)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(complete(query))) {
      while (rows.next()) {
        var value = rows.getString(4);
        facts.merge(
            new ServerFacts.Subject(rows.getString(1), rows.getString(2), rows.getBoolean(3)),
            new ServerFacts.Fact(value == null ? "" : value, rows.getString(5), rows.getInt(6)),
            ServerFacts.Fact::and);
      }
    }
  }

  private static String complete(String query) {
    return query
        .replaceAll("ACL\\(([a-z.]+), ('.'), ([a-z.]+)\\)", ACL)
        .replaceAll("\\bHERE\\b", HERE)
        .replace("!~ OWN", "!~ " + OWN);
  }
}
