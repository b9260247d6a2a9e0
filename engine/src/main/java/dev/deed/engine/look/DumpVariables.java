package dev.deed.engine.look;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.ReadingSettings;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The variables with which `pg_dump` writes the same of the same schema, whatever the settings of
/// its role and its database.
public final class DumpVariables {

  private DumpVariables() {}

  public static Map<String, String> of(Address address, Patience patience) {
    return ReadingSettings.forDump(address.url().libpqVariables(), otherwise(address, patience));
  }

  private static List<String> otherwise(Address address, Patience patience) {
    try {
      return ReadOnlySession.at(address, patience, DumpVariables::read);
    } catch (UserException e) {
      // pg_dump says it, too, and what follows from that is decided there.
      return List.of();
    }
  }

  private static List<String> read(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ReadingSettings.OTHERWISE)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
