package dev.deed.lint.rule;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import java.util.List;
import java.util.regex.Pattern;

/// Builds the SQL of advice from what the author wrote.
public final class SafeSql {

  /// The longest generated name. PostgreSQL truncates names that are longer than 63 bytes.
  private static final int LONGEST = 60;

  private SafeSql() {}

  /// The current statement, in one line, with `word` inserted after the first match of `behind`.
  public static String inserted(RuleView view, String word, String behind) {
    var text = oneLine(view.text(view.statement().span()));
    var keyword = Pattern.compile("\\b" + behind + "\\b", Pattern.CASE_INSENSITIVE).matcher(text);
    return keyword.find()
        ? text.substring(0, keyword.end()) + " " + word + text.substring(keyword.end())
        : text;
  }

  /// `ALTER TABLE t <change>`, without adding a semicolon.
  public static String alterTable(QualifiedName table, String change) {
    return "ALTER TABLE " + table.quoted() + " " + change;
  }

  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// `t.c`
  public static String column(QualifiedName table, String column) {
    return table.quoted() + "." + Identifier.quoted(column);
  }

  /// The column without default and constraints, so that it can be added without a scan: `note
  /// text`.
  public static String bare(Column column) {
    var collation = column.collation() == null ? "" : " COLLATE " + column.collation().quoted();
    var type = column.type() == null ? "" : " " + column.type().text();
    return Identifier.quoted(column.name()) + type + collation;
  }

  /// `UPDATE t SET c = <value> WHERE c IS NULL;`
  public static String fill(QualifiedName table, String column, String value) {
    var quoted = Identifier.quoted(column);
    return "UPDATE %s SET %s = %s WHERE %s IS NULL;"
        .formatted(table.quoted(), quoted, value, quoted);
  }

  /// The SQL that makes the column `NOT NULL` without a scan under a strong lock: lines, each with
  /// its semicolon.
  public static String notNullLater(QualifiedName table, String column) {
    var constraint = name(table, List.of(column), "not_null");
    var quoted = Identifier.quoted(column);
    return String.join(
        "\n",
        alterTable(
            table,
            "ADD CONSTRAINT " + constraint + " CHECK (" + quoted + " IS NOT NULL) NOT VALID;"),
        "-- in a later migration",
        alterTable(table, "VALIDATE CONSTRAINT " + constraint + ";"),
        "-- in a later migration",
        alterTable(table, "ALTER COLUMN " + quoted + " SET NOT NULL;"),
        alterTable(table, "DROP CONSTRAINT " + constraint + ";"));
  }

  /// A name for an index or constraint of the table, as PostgreSQL itself would choose it, quoted
  /// where needed: `users_email_key`.
  public static String name(QualifiedName table, List<String> columns, String suffix) {
    var stem = table.name() + (columns.isEmpty() ? "" : "_" + String.join("_", columns));
    var cut = stem.codePointCount(0, stem.length()) > LONGEST - suffix.length();
    var kept =
        cut ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST - suffix.length())) : stem;
    return Identifier.quoted(kept + "_" + suffix);
  }

  /// The qualified name of an object in the table's schema.
  public static String beside(QualifiedName table, String quotedName) {
    return table.schema() == null
        ? quotedName
        : Identifier.quoted(table.schema()) + "." + quotedName;
  }

  /// `(a, "B")`
  public static String list(List<String> columns) {
    return "(" + String.join(", ", columns.stream().map(Identifier::quoted).toList()) + ")";
  }

  /// The text in one line: white space outside quotes becomes one blank. Texts with comments or
  /// dollar quotes are returned unchanged.
  public static String oneLine(String sql) {
    if (sql.contains("--") || sql.contains("/*") || sql.contains("$")) {
      return sql;
    }
    var line = new StringBuilder(sql.length());
    var quote = '\0';
    for (var i = 0; i < sql.length(); i++) {
      var c = sql.charAt(i);
      var isBlank = quote == '\0' && Character.isWhitespace(c);
      if (!isBlank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      if (quote == '\0' && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = '\0';
      }
    }
    return line.toString().strip();
  }
}
