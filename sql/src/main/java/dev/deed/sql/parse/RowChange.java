package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Identifier;
import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An `UPDATE` or a `DELETE` taken apart into its clauses, so that it can be run on some of its
/// rows at a time.
///
/// @param alias null where the statement gives its table none
/// @param set the assignments as written; empty for `DELETE`
/// @param others the tables of `FROM` or `USING` as written; empty for none
/// @param where the condition as written; empty for none
/// @param columns that are assigned
public record RowChange(
    boolean deletes,
    QualifiedName table,
    boolean only,
    @Nullable String alias,
    String set,
    String others,
    String where,
    List<String> columns) {

  public RowChange {
    columns = List.copyOf(columns);
  }

  /// @param sql one statement
  /// @return empty for every other statement, and for one with `WITH`, `RETURNING`, `WHERE CURRENT
  ///   OF` or `FOR PORTION OF`
  public static Optional<RowChange> of(String sql) {
    try {
      return new Reader(sql).read();
    } catch (SyntaxError e) {
      return Optional.empty();
    }
  }

  /// The table as the statement names it, with its alias.
  public String target() {
    return (only ? "ONLY " : "")
        + table.quoted()
        + (alias == null ? "" : " AS " + Identifier.quoted(alias));
  }

  /// What its columns are qualified with.
  public String name() {
    return Identifier.quoted(alias == null ? table.name() : alias);
  }

  private static final class Reader {

    private final String sql;
    private final ParserState parsing;
    private final Cursor cursor;

    Reader(String sql) {
      this.sql = sql;
      this.cursor = new Cursor(Tokens.of(sql));
      this.parsing = new ParserState(cursor, Depth.onAnyStack());
    }

    Optional<RowChange> read() {
      if (cursor.accept(UPDATE)) {
        return rest(false, SET);
      }
      return cursor.accept(DELETE, FROM) ? rest(true) : Optional.empty();
    }

    private Optional<RowChange> rest(boolean deletes, Keyword... follow) {
      var table = RelationName.read(cursor, "a table name");
      if (cursor.at(FOR)) {
        return Optional.empty();
      }
      var alias = alias(follow);
      var columns = new ArrayList<String>();
      var set = deletes ? "" : assignments(columns);
      var others = cursor.accept(deletes ? USING : FROM) ? items() : "";
      if (cursor.at(WHERE, CURRENT, OF)) {
        return Optional.empty();
      }
      var where = cursor.accept(WHERE) ? parsing.expressionText().text() : "";
      return cursor.atEnd()
          ? Optional.of(
              new RowChange(
                  deletes, table.name(), table.only(), alias, set, others, where, columns))
          : Optional.empty();
    }

    private @Nullable String alias(Keyword... follow) {
      return cursor.accept(AS) || (cursor.atColumnName() && !cursor.atAny(follow))
          ? cursor.name("an alias")
          : null;
    }

    private String assignments(List<String> columns) {
      cursor.expect(SET);
      var first = cursor.position();
      parsing.writes.assignments(columns);
      return textFrom(first);
    }

    private String items() {
      var first = cursor.position();
      parsing.queries.fromItems().list();
      return textFrom(first);
    }

    private String textFrom(int first) {
      var span = cursor.spanFrom(first);
      return sql.substring(span.start(), span.end());
    }
  }
}
