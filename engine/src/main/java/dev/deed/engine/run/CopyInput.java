package dev.deed.engine.run;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;

/// Sends the rows that follow `COPY ... FROM stdin` in a script.
final class CopyInput {

  private static final int CHUNK = 1 << 16;

  private CopyInput() {}

  /// @param notices told of what triggers raise, as it arrives
  /// @return the number of rows
  static long send(Session session, String sql, String rows, Consumer<SQLWarning> notices)
      throws SQLException {
    var copy = session.driver().getCopyAPI().copyIn(sql);
    try {
      for (int start = 0, end; start < rows.length(); start = end) {
        end = end(rows, start);
        var bytes = rows.substring(start, end).getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        tell(session, notices);
      }
      return copy.endCopy();
    } finally {
      if (!session.connection().isClosed()) {
        tell(session, notices);
      }
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /// A pair of surrogates is one character.
  private static int end(String rows, int start) {
    var end = Math.min(rows.length(), start + CHUNK);
    return end < rows.length() && Character.isHighSurrogate(rows.charAt(end - 1)) ? end - 1 : end;
  }

  /// The driver keeps them for its connection.
  private static void tell(Session session, Consumer<SQLWarning> notices) throws SQLException {
    for (var warning = session.connection().getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      notices.accept(warning);
    }
    session.connection().clearWarnings();
  }
}
