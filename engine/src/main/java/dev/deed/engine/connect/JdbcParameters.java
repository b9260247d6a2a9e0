package dev.deed.engine.connect;

import dev.deed.sql.Nearest;
import java.util.Arrays;
import java.util.Map;
import org.postgresql.PGProperty;

/// The parameters of a JDBC URL are pgjdbc's properties already; only their names are checked.
final class JdbcParameters {

  private final boolean behindPassword;

  JdbcParameters(boolean behindPassword) {
    this.behindPassword = behindPassword;
  }

  Map<String, String> translate(Map<String, String> parameters) {
    for (var name : parameters.keySet()) {
      if (PGProperty.forName(name) == null) {
        var known = Arrays.stream(PGProperty.values()).map(PGProperty::getName).toList();
        throw UnknownParameter.of(name, Nearest.of(name, known), behindPassword);
      }
    }
    return parameters;
  }
}
