package dev.deed.engine.run;

import java.sql.Connection;
import java.sql.SQLException;

/// Giving a connection back. That it cannot be is of no consequence: whatever mattered was
/// committed or will be found missing.
final class Closing {

  private Closing() {}

  static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server has ended it.
    }
  }
}
