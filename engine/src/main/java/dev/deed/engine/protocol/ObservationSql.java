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

  private static final String NAMES = resource("before.sql");

  /// Names and counters before a transaction. No transaction is older than that.
  public static final String BEFORE = NAMES.formatted("2147483647");

  private static final String AGE = "pg_catalog.age('%s'::pg_catalog.xid8::pg_catalog.xid)";

  private static final String AFTER = resource("after.sql");

  /// Leaves the role and the search path as they are. A cursor that is open with `WITH HOLD` would
  /// run its query at the commit, unseen.
  private static final String IN_TRANSACTION =
      """
      CLOSE ALL; SAVEPOINT deed_look; RESET SESSION AUTHORIZATION; RESET ROLE; \
      SET LOCAL search_path = pg_catalog; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
      %s;
      ROLLBACK TO SAVEPOINT deed_look; RELEASE SAVEPOINT deed_look\
      """;

  private ObservationSql() {}

  /// The same where an earlier answer is known: only what has changed since.
  ///
  /// @param first row of the earlier answer
  public static String since(List<String> first) {
    return NAMES.formatted(AGE.formatted(first.get(4)));
  }

  /// Sent in the transaction itself.
  ///
  /// @param before the first row of `BEFORE`
  /// @param all whether every catalog is searched, also those that the session's counters do not
  ///   show as written: what cannot be read may have switched the counters off and on again
  public static String inTransaction(List<String> before, boolean all) {
    return IN_TRANSACTION.formatted(after(before, false, all));
  }

  /// Sent after a statement that has committed some of its work by itself.
  public static String committed(List<String> before) {
    return after(before, true, true);
  }

  private static String after(List<String> first, boolean isCommitted, boolean all) {
    return AFTER.formatted(
        first.get(1), isCommitted, first.get(2), first.get(5), first.get(6), all, first.get(7));
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
