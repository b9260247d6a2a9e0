package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.schema.ObjectSql;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Changes of options: storage parameters, and those of foreign objects.
final class OptionSql {

  private OptionSql() {}

  /// `SET (fillfactor=70)` and `RESET (autovacuum_enabled)`, after `alter`.
  static Lines changed(String alter, Map<String, String> before, Map<String, String> after) {
    var lines = new Lines();
    var gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    if (!gone.isEmpty()) {
      lines.add(alter + "RESET (" + String.join(", ", gone) + ")");
    }
    var set = changes(before, after);
    if (!set.isEmpty()) {
      lines.add(alter + "SET (" + ObjectSql.options(set) + ")");
    }
    return lines;
  }

  private static SortedMap<String, String> changes(
      Map<String, String> before, Map<String, String> after) {
    var set = new TreeMap<String, String>();
    after.forEach((name, value) -> {
      if (!value.equals(before.get(name))) {
        set.put(name, value);
      }
    });
    return set;
  }

  /// `OPTIONS (ADD a 'x', SET b 'y', DROP c)`, empty if nothing changes.
  static String foreign(Map<String, String> before, Map<String, String> after) {
    var items = new ArrayList<String>();
    for (var name : new TreeSet<>(before.keySet())) {
      if (!after.containsKey(name)) {
        items.add("DROP " + Identifier.quoted(name));
      }
    }
    changes(before, after)
        .forEach((name, value) ->
            items.add(
                (before.containsKey(name) ? "SET " : "ADD ")
                    + Identifier.quoted(name)
                    + " "
                    + ObjectSql.literal(value)));
    return items.isEmpty()
        ? ""
        : items.stream().collect(Collectors.joining(", ", "OPTIONS (", ")"));
  }
}
