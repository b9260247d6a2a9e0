package dev.deed.engine.rehearsal;

import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the sequences of a database are. A sequence that has advanced does no harm; one that is
/// back gives out values that it gave out before.
public record SequenceValues(Map<QualifiedName, Value> values) {

  public static final SequenceValues NONE = new SequenceValues(Map.of());

  /// @param last null before the first value
  record Value(@Nullable Long last, boolean isDescending) {}

  /// A sequence that begins again at its end gives values twice on purpose.
  private static final String READ =
      """
      SELECT schemaname, sequencename, last_value, increment_by < 0
      FROM pg_catalog.pg_sequences
      WHERE NOT cycle AND schemaname !~ '^pg_' AND schemaname <> 'deed'
      """;

  public SequenceValues {
    values = Map.copyOf(values);
  }

  static SequenceValues read(Connection connection) throws SQLException {
    var values = new TreeMap<QualifiedName, Value>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        values.put(
            QualifiedName.of(rows.getString(1), rows.getString(2)),
            new Value(rows.getObject(3, Long.class), rows.getBoolean(4)));
      }
    }
    return new SequenceValues(values);
  }

  /// In words, those that are before where they were.
  public List<String> back(SequenceValues now) {
    var back = new ArrayList<String>();
    new TreeMap<>(values)
        .forEach((name, then) -> {
          var value = now.values().get(name);
          var was = then.last();
          if (value != null && was != null && isBefore(value, was)) {
            back.add(
                "sequence %s was at %d and is at %s now, so that it gives out the same values again"
                    .formatted(
                        name.dotted(), was, value.last() == null ? "its start" : value.last()));
          }
        });
    return back;
  }

  private static boolean isBefore(Value value, long was) {
    var last = value.last();
    return last == null || (value.isDescending() ? last > was : last < was);
  }
}
