package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Locale;

/// A relation's name in a string constant: `nextval('public.t_id_seq')`.
public final class RelationLiteral {

  private RelationLiteral() {}

  /// Unquoted parts are folded, as in PostgreSQL.
  public static QualifiedName parse(String literal) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < literal.length(); i++) {
      var c = literal.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        if (quoted && i > 0 && literal.charAt(i - 1) == '"') {
          part.append(c);
        }
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(quoted ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
      }
    }
    parts.add(part.toString().strip());
    var last = parts.size() - 1;
    return QualifiedName.of(last == 0 ? null : parts.get(last - 1), parts.get(last));
  }
}
