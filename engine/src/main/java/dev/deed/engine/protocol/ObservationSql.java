package dev.deed.engine.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The SQL that asks the server what this session's own transaction has locked, written and
/// changed. Any role may ask it. `dev.deed.engine.catalog.ObservedEffects` reads the answers.
public final class ObservationSql {

  /// The first column of the answers.
  public static final String LABEL_BEFORE = "deed_before";

  public static final String LABEL_AFTER = "deed_after";

  /// Names and counters before a transaction.
  public static final String BEFORE = resource("before.sql");

  private static final String AFTER = resource("after.sql");

  /// Leaves the role and the search path as they are.
  private static final String IN_TRANSACTION =
      """
      SAVEPOINT deed_look; RESET SESSION AUTHORIZATION; RESET ROLE; \
      SET LOCAL search_path = pg_catalog; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
      %s;
      ROLLBACK TO SAVEPOINT deed_look; RELEASE SAVEPOINT deed_look\
      """;

  private ObservationSql() {}

  /// Sent in the transaction itself.
  ///
  /// @param before the rows of `BEFORE`
  public static String inTransaction(List<List<String>> before) {
    return IN_TRANSACTION.formatted(after(before, "false"));
  }

  /// Sent after a statement that has committed some of its work by itself.
  public static String committed(List<List<String>> before) {
    return after(before, "true");
  }

  private static String after(List<List<String>> before, String isCommitted) {
    var first = before.getFirst();
    return AFTER.formatted(first.get(1), isCommitted, first.get(2));
  }

  static String resource(String name) {
    try (var resource = ObservationSql.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
