package dev.deed.engine.backup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a database is besides its contents, which no archive of one database has: encoding and
/// locale, owner, settings, privileges. Read from another database of its server.
///
/// @param isSuperuser of this role
/// @param mayCreate this role may create databases
/// @param exists there is such a database
/// @param options for `CREATE DATABASE`
/// @param taken the names of all databases
public record DatabaseTraits(
    boolean isSuperuser,
    boolean mayCreate,
    boolean exists,
    String options,
    Extras extras,
    Set<String> taken) {

  /// @param owner empty where the database does not exist
  /// @param settings `role`, `name`, `value` of each; the role is empty for all roles
  /// @param grants as in `GRANT %s`, with the database's name to be put in
  public record Extras(String owner, List<String> settings, List<String> grants, int limit) {

    static final Extras NONE = new Extras("", List.of(), List.of(), -1);

    public Extras {
      settings = List.copyOf(settings);
      grants = List.copyOf(grants);
    }

    /// Statements that give them to another database.
    public List<String> statements(String database) {
      var name = Identifier.quoted(database);
      var statements = new ArrayList<String>();
      if (!owner.isEmpty()) {
        statements.add("ALTER DATABASE %s OWNER TO %s".formatted(name, Identifier.quoted(owner)));
      }
      if (limit >= 0) {
        statements.add("ALTER DATABASE %s CONNECTION LIMIT %d".formatted(name, limit));
      }
      settings.forEach(setting -> statements.add(setting.replace(PLACE, name)));
      grants.forEach(grant -> statements.add(grant.replace(PLACE, name)));
      return statements;
    }
  }

  /// Where the name of the other database is put in; no name has it.
  private static final String PLACE = "\u0001";

  private static final String ROLE =
      "SELECT rolsuper, rolsuper OR rolcreatedb AS may FROM pg_catalog.pg_roles WHERE rolname = current_user";

  private static final String DATABASE =
      """
      SELECT pg_catalog.to_jsonb(d) ->> 'datlocprovider' AS provider,
             pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate, d.datctype,
             coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale') AS locale,
             pg_catalog.pg_get_userbyid(d.datdba) AS owner, d.datconnlimit
      FROM pg_catalog.pg_database d WHERE d.datname = ?
      """;

  /// Lists are stored as they are written; other values are strings.
  private static final String SETTINGS =
      """
      SELECT CASE WHEN s.setrole = 0 THEN 'ALTER DATABASE ' || ?
                  ELSE pg_catalog.format('ALTER ROLE %I IN DATABASE ', pg_catalog.pg_get_userbyid(s.setrole)) || ? END
             || ' SET ' || pg_catalog.quote_ident(pg_catalog.split_part(c, '=', 1)) || ' = '
             || CASE WHEN pg_catalog.split_part(c, '=', 1) IN ('search_path', 'local_preload_libraries',
                         'session_preload_libraries', 'temp_tablespaces')
                     THEN pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1)
                     ELSE pg_catalog.quote_literal(pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1)) END
      FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
      CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c
      WHERE d.datname = ? ORDER BY 1
      """;

  private static final String GRANTS =
      """
      SELECT 'REVOKE ALL ON DATABASE ' || ? || ' FROM PUBLIC' AS sql, 1 AS step
      FROM pg_catalog.pg_database d WHERE d.datname = ? AND d.datacl IS NOT NULL
      UNION ALL
      SELECT 'GRANT ' || a.privilege_type || ' ON DATABASE ' || ? || ' TO '
             || CASE a.grantee WHEN 0 THEN 'PUBLIC'
                ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END
             || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, 2
      FROM pg_catalog.pg_database d CROSS JOIN LATERAL pg_catalog.aclexplode(d.datacl) AS a
      WHERE d.datname = ? AND a.grantee <> d.datdba ORDER BY 2, 1
      """;

  private static final String NAMES = "SELECT datname FROM pg_catalog.pg_database";

  public DatabaseTraits {
    taken = Set.copyOf(taken);
  }

  /// @param maintenance another database of the server
  public static DatabaseTraits of(Address maintenance, Patience patience, String database) {
    return ReadOnlySession.at(maintenance, patience, connection -> read(connection, database));
  }

  private static DatabaseTraits read(Connection connection, String database) throws SQLException {
    var taken = Set.copyOf(strings(connection, NAMES));
    boolean isSuperuser;
    boolean mayCreate;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ROLE)) {
      rows.next();
      isSuperuser = rows.getBoolean(1);
      mayCreate = rows.getBoolean(2);
    }
    try (var query = connection.prepareStatement(DATABASE)) {
      query.setString(1, database);
      try (var rows = query.executeQuery()) {
        if (!rows.next()) {
          return new DatabaseTraits(isSuperuser, mayCreate, false, "", Extras.NONE, taken);
        }
        var extras =
            new Extras(
                String.valueOf(rows.getString("owner")),
                strings(connection, SETTINGS, PLACE, PLACE, database),
                strings(connection, GRANTS, PLACE, database, PLACE, database),
                rows.getInt("datconnlimit"));
        return new DatabaseTraits(isSuperuser, mayCreate, true, options(rows), extras, taken);
      }
    }
  }

  private static String options(ResultSet row) throws SQLException {
    var options = new StringBuilder();
    options.append("ENCODING ").append(literal(row.getString("encoding")));
    options.append(" LC_COLLATE ").append(literal(row.getString("datcollate")));
    options.append(" LC_CTYPE ").append(literal(row.getString("datctype")));
    var locale = row.getString("locale");
    if ("i".equals(row.getString("provider"))) {
      options.append(" LOCALE_PROVIDER icu ICU_LOCALE ").append(literal(locale));
    } else if ("b".equals(row.getString("provider"))) {
      options.append(" LOCALE_PROVIDER builtin BUILTIN_LOCALE ").append(literal(locale));
    }
    return options.toString();
  }

  private static String literal(String text) {
    return "'" + String.valueOf(text).replace("'", "''") + "'";
  }

  private static List<String> strings(Connection connection, String sql, String... parameters)
      throws SQLException {
    var strings = new ArrayList<String>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          strings.add(String.valueOf(rows.getString(1)));
        }
      }
    }
    return strings;
  }
}
