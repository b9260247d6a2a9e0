package dev.deed.engine.history;

import dev.deed.engine.LiveUse;
import dev.deed.engine.connect.ServerSentence;
import dev.deed.engine.connect.SqlStates;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks a live database who uses what is about to be dropped. What it may not read, it says it does
/// not know.
public record ConnectionUse(Connection connection) implements LiveUse {

  /// A view depends by its rule; foreign keys of other tables by their constraint. What PostgreSQL
  /// drops with the column or the table itself, such as its checks, is in nothing's way, but for a
  /// generated column, which PostgreSQL drops before 15 and refuses to drop since. A name without a
  /// schema may mean a table in any.
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
        AND d.refobjid IN (SELECT t.oid FROM pg_catalog.pg_class t
                           JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                           WHERE t.relname = ? AND n.nspname = coalesce(?, n.nspname) AND n.nspname !~ '^pg_')
        AND (d.deptype = 'n'
             AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = d.refobjid)
             OR EXISTS (SELECT FROM pg_catalog.pg_attribute g
                        WHERE d.deptype = 'a' AND d.classid = d.refclassid AND d.objid = d.refobjid
                          AND g.attrelid = d.objid AND g.attnum = d.objsubid AND g.attgenerated <> ''
                          AND d.refobjsubid NOT IN (0, d.objsubid)))
        AND (?::text IS NULL OR d.refobjsubid =
             (SELECT a.attnum FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = d.refobjid AND a.attname = ? AND NOT a.attisdropped))
        AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_depend own
            WHERE own.classid = d.classid AND own.objid = d.objid AND own.deptype IN ('a', 'i')
              AND own.refclassid = d.refclassid AND own.refobjid = d.refobjid
              AND (own.refobjsubid = d.refobjsubid AND own.objid <> own.refobjid OR ?::text IS NULL))
      ORDER BY 1
      """;

  /// `pg_depend` does not know what a function's text names. A trigger that reads `new.x` fails
  /// each write once there is no `x`.
  private static final String NAMING =
      """
      SELECT DISTINCT pg_catalog.concat('trigger ', pg_catalog.quote_ident(t.tgname), ' on table ', c.oid::pg_catalog.regclass,
          ' (its function ', p.oid::pg_catalog.regprocedure, ' names the column)')
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
      WHERE c.relname = ? AND n.nspname = coalesce(?, n.nspname) AND n.nspname !~ '^pg_' AND NOT t.tgisinternal
        AND p.prosrc ~* pg_catalog.concat('\\m(new|old)\\s*\\.\\s*"?',
            pg_catalog.regexp_replace(?, '([^[:alnum:]_])', '\\\1', 'g'), '("|(?![[:alnum:]_$]))')
      ORDER BY 1
      """;

  /// What is wrong with a trigger; empty for nothing. One that notes old writers runs as its
  /// function's owner, and passes over what that role may not write.
  private static final String TRIGGER =
      """
      SELECT CASE
          WHEN t.tgenabled NOT IN ('A', 'O') THEN 'is switched off'
          WHEN p.prosecdef AND p.prosrc LIKE '%deed.column_writer%'
               AND NOT coalesce(pg_catalog.has_schema_privilege(p.proowner, 'deed', 'USAGE')
                   AND pg_catalog.has_table_privilege(p.proowner, pg_catalog.to_regclass('deed.column_writer')::oid, 'INSERT'), false)
          THEN pg_catalog.concat('may not write deed.column_writer as ', pg_catalog.pg_get_userbyid(p.proowner))
          ELSE '' END
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
      WHERE t.tgname = ? AND c.relname = ? AND n.nspname = coalesce(?, n.nspname)
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
      query.setString(1, table.name());
      query.setString(2, table.schema());
      query.setString(3, column);
      query.setString(4, column);
      query.setString(5, column);
      try (var results = query.executeQuery()) {
        var found = new ArrayList<String>();
        while (results.next()) {
          found.add(String.valueOf(results.getString(1)));
        }
        return found;
      }
    } catch (SQLException e) {
      return List.of("(pg_depend cannot be read: " + ServerSentence.of(e) + ")");
    }
  }

  @Override
  public List<String> naming(QualifiedName table, String column) {
    try (var query = connection.prepareStatement(NAMING)) {
      query.setString(1, table.name());
      query.setString(2, table.schema());
      query.setString(3, column);
      try (var results = query.executeQuery()) {
        var found = new ArrayList<String>();
        while (results.next()) {
          found.add(String.valueOf(results.getString(1)));
        }
        return found;
      }
    } catch (SQLException e) {
      return List.of("(the triggers of the table cannot be read: " + ServerSentence.of(e) + ")");
    }
  }

  @Override
  public List<String> sleeping(List<ObjectName> triggers) {
    var sleeping = new ArrayList<String>();
    try (var query = connection.prepareStatement(TRIGGER)) {
      for (var trigger : triggers) {
        query.setString(1, trigger.own());
        query.setString(2, trigger.name().name());
        query.setString(3, trigger.name().schema());
        try (var results = query.executeQuery()) {
          var state = results.next() ? String.valueOf(results.getString(1)) : "is gone";
          if (!state.isEmpty()) {
            sleeping.add(trigger.words() + " " + state);
          }
        }
      }
      return sleeping;
    } catch (SQLException e) {
      return List.of(
          "the triggers of the changeover cannot be read (" + ServerSentence.of(e) + ")");
    }
  }

  private static final String COLUMN =
      """
      SELECT r.id IS NOT NULL AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = r.id AND a.attname = ? AND NOT a.attisdropped)
      FROM (SELECT pg_catalog.to_regclass(?) AS id) r
      """;

  @Override
  public boolean isGone(QualifiedName table) {
    try (var query = connection.prepareStatement("SELECT pg_catalog.to_regclass(?) IS NULL")) {
      query.setString(1, table.quoted());
      try (var results = query.executeQuery()) {
        return results.next() && results.getBoolean(1);
      }
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public boolean isGone(QualifiedName table, String column) {
    try (var query = connection.prepareStatement(COLUMN)) {
      query.setString(1, column);
      query.setString(2, table.quoted());
      try (var results = query.executeQuery()) {
        return results.next() && results.getBoolean(1);
      }
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public Readers readers(QualifiedName table, @Nullable String column, Duration quiet) {
    try {
      return new StatementReaders(connection, table, column, quiet).read();
    } catch (SQLException e) {
      return Readers.of(
          SqlStates.of(e).equals(SqlStates.NOT_LOADED) ? Counting.NOT_LOADED : Counting.UNREADABLE);
    }
  }
}
