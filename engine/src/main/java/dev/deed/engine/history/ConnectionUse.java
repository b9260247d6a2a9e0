package dev.deed.engine.history;

import dev.deed.engine.LiveUse;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.parse.ScriptReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks a live database who uses what is about to be dropped. What it may not read, it says it does
/// not know.
public record ConnectionUse(Connection connection) implements LiveUse {

  private static final int MOST_SHOWN = 120;
  private static final SourceFile STATEMENT = new SourceFile("statement");

  /// A view depends by its rule; foreign keys of other tables by their constraint.
  private static final String DEPENDANTS =
      """
      SELECT DISTINCT CASE WHEN d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
          THEN (SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' WHEN 'v' THEN 'view ' ELSE 'rule on ' END
                       || c.oid::pg_catalog.regclass
                FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
                WHERE r.oid = d.objid)
          ELSE pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) END AS object
      FROM pg_catalog.pg_depend d
      WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjid = pg_catalog.to_regclass(?)
        AND d.deptype = 'n'
        AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = d.refobjid)
        AND (?::text IS NULL OR d.refobjsubid =
             (SELECT a.attnum FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = d.refobjid AND a.attname = ? AND NOT a.attisdropped))
      ORDER BY 1
      """;

  private static final String EXTENSION =
      """
      SELECT pg_catalog.quote_ident(n.nspname) || '.pg_stat_statements'
      FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'pg_stat_statements'
      """;

  /// Counted since the last step of a changeover was applied.
  private static final String CALLS =
      """
      SELECT coalesce(pg_catalog.pg_get_userbyid(s.userid), '')::text AS role, s.query,
             CASE WHEN p.calls IS NULL OR p.calls > s.calls THEN s.calls ELSE s.calls - p.calls END AS calls
      FROM %s s LEFT JOIN deed.statement_sample p ON p.queryid = s.queryid AND p.userid = s.userid
      WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND s.query ~* ? AND (p.calls IS NULL OR p.calls <> s.calls)
      ORDER BY 3 DESC
      """;

  @Override
  public Optional<Instant> now() {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery("SELECT pg_catalog.clock_timestamp()")) {
      return results.next()
          ? Optional.ofNullable(results.getObject(1, OffsetDateTime.class))
              .map(OffsetDateTime::toInstant)
          : Optional.empty();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> dependants(QualifiedName table, @Nullable String column) {
    try (var query = connection.prepareStatement(DEPENDANTS)) {
      query.setString(1, table.quoted());
      query.setString(2, column);
      query.setString(3, column);
      try (var results = query.executeQuery()) {
        var found = new ArrayList<String>();
        while (results.next()) {
          found.add(String.valueOf(results.getString(1)));
        }
        return found;
      }
    } catch (SQLException e) {
      return List.of("(pg_depend cannot be read: " + e.getMessage() + ")");
    }
  }

  @Override
  public Readers readers(QualifiedName table, @Nullable String column) {
    try {
      var view = view();
      return view.isEmpty() ? Readers.UNKNOWN : readers(view.get(), table, column);
    } catch (SQLException e) {
      return Readers.UNKNOWN;
    }
  }

  private Optional<String> view() throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(EXTENSION)) {
      return results.next() ? Optional.ofNullable(results.getString(1)) : Optional.empty();
    }
  }

  private Readers readers(String view, QualifiedName table, @Nullable String column)
      throws SQLException {
    try (var query = connection.prepareStatement(CALLS.formatted(view))) {
      query.setString(1, regex(column == null ? table.name() : column));
      try (var results = query.executeQuery()) {
        var found = new ArrayList<Reader>();
        while (results.next()) {
          var text = String.valueOf(results.getString("query"));
          if (uses(text, table, column)) {
            found.add(
                new Reader(
                    String.valueOf(results.getString("role")),
                    shown(text),
                    results.getLong("calls")));
          }
        }
        return new Readers(!isHidden(view), found);
      }
    }
  }

  /// PostgreSQL hides the statements of other roles from those without pg_read_all_stats.
  private boolean isHidden(String view) throws SQLException {
    try (var statement = connection.createStatement();
        var results =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM %s WHERE query = '<insufficient privilege>')"
                    .formatted(view))) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// Whether the statement names the column, and reads or writes the table. Of one that cannot be
  /// read, the names are all that is known.
  private static boolean uses(String text, QualifiedName table, @Nullable String column) {
    var script = ScriptReader.read(STATEMENT, text);
    if (!script.problems().isEmpty()) {
      return names(text, table.name());
    }
    var isOfTable =
        script.statements().stream()
            .flatMap(statement -> statement.effects().stream())
            .anyMatch(
                effect -> effect instanceof RowsEffect rows && isSame(rows.relation(), table));
    return isOfTable && (column == null || names(text, column));
  }

  /// Names are in small letters where they are not quoted.
  private static boolean names(String text, String name) {
    var word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    return word.matcher(text).find() || word.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isSame(QualifiedName written, QualifiedName table) {
    return written.name().equals(table.name())
        && (written.schema() == null
            || table.schema() == null
            || written.schema().equals(table.schema()));
  }

  private static String regex(String name) {
    var escaped = new StringBuilder("(^|[^[:alnum:]_$])");
    name.codePoints()
        .forEach(c -> {
          if (!Character.isLetterOrDigit(c) && c != '_') {
            escaped.append('\\');
          }
          escaped.appendCodePoint(c);
        });
    return escaped.append("($|[^[:alnum:]_$])").toString();
  }

  private static String shown(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + " ...";
  }
}
