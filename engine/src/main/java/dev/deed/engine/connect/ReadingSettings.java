package dev.deed.engine.connect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The settings by which a server writes what it is asked for: defaults, bounds, names of types. A
/// role or a database may have others of its own, and the same schema would read otherwise.
public final class ReadingSettings {

  /// @param isOfDumps whether `pg_dump` leaves it as the server has it
  private record Reading(String name, String value, boolean isOfDumps) {}

  private static final List<Reading> ALL =
      List.of(
          new Reading("standard_conforming_strings", "on", true),
          new Reading("quote_all_identifiers", "off", true),
          new Reading("bytea_output", "hex", true),
          new Reading("IntervalStyle", "postgres", false),
          new Reading("TimeZone", "UTC", false));

  /// For a transaction in which something is read, until its end.
  public static final String LOCAL =
      ALL.stream()
          .map(one -> "SET LOCAL %s = '%s'".formatted(one.name(), one.value()))
          .collect(Collectors.joining("; "));

  /// Finds those that a session of `pg_dump` would start with otherwise. It sets the style of
  /// intervals itself, and takes its time zone from a variable.
  public static final String OTHERWISE =
      """
      SELECT r.name
      FROM pg_catalog.pg_settings s JOIN (VALUES %s) AS r (name, value) ON s.name = r.name
      WHERE s.reset_val <> r.value
      ORDER BY 1
      """
          .formatted(
              ALL.stream()
                  .filter(Reading::isOfDumps)
                  .map(one -> "('%s', '%s')".formatted(one.name(), one.value()))
                  .collect(Collectors.joining(", ")));

  private ReadingSettings() {}

  /// For `pg_dump`. A connection pool may refuse options, so there are none where all is as it
  /// should be.
  ///
  /// @param variables of libpq
  /// @param otherwise what `OTHERWISE` has found
  public static Map<String, String> forDump(Map<String, String> variables, List<String> otherwise) {
    var all = new HashMap<>(variables);
    all.put("PGTZ", "UTC");
    var options =
        ALL.stream()
            .filter(one -> otherwise.contains(one.name()))
            .map(one -> "-c %s=%s".formatted(one.name(), one.value()))
            .collect(Collectors.joining(" "));
    if (!options.isEmpty()) {
      all.merge("PGOPTIONS", options, (given, more) -> given + " " + more);
    }
    return all;
  }
}
