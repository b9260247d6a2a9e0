package dev.deed.engine.connect;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/// What the server itself says of a failure. The driver's message puts the severity before it, and
/// goes on with places in the server's code.
public final class ServerSentence {

  private ServerSentence() {}

  /// The driver's own message where the server has said nothing.
  public static String of(SQLException e) {
    var said = e instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
    var sentence = said == null ? null : said.getMessage();
    return sentence == null ? String.valueOf(e.getMessage()) : sentence;
  }
}
