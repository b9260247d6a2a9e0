package dev.deed.engine.run;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/// Sends the rows that follow `COPY ... FROM stdin` in a script.
final class CopyInput {

  private static final int CHUNK = 1 << 16;

  private CopyInput() {}

  /// @return the number of rows
  static long send(Session session, String sql, String rows) throws SQLException {
    var copy = session.driver().getCopyAPI().copyIn(sql);
    try {
      var bytes = rows.getBytes(StandardCharsets.UTF_8);
      for (var start = 0; start < bytes.length; start += CHUNK) {
        copy.writeToCopy(bytes, start, Math.min(CHUNK, bytes.length - start));
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
