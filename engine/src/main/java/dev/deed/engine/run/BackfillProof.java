package dev.deed.engine.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What was counted in one snapshot after a backfill: parts of the table in which there are still
/// rows to change, and a checksum of all.
///
/// The whole table is counted first: reading it once, in its own order, is several times faster
/// than following the key, and does not drive out of the cache what others read. Its parts are
/// counted only if there is something to find in them.
///
/// @param rows of the table
/// @param checksum over the keys and the changed columns, in any order
record BackfillProof(List<KeyRange> differing, long rows, long checksum) {

  private static final int COUNTED_AT_ONCE = 50_000;

  BackfillProof {
    differing = List.copyOf(differing);
  }

  /// Ends early, with less than all, when the run is asked to stop. It fails where row security
  /// would hide rows from it.
  static BackfillProof count(RunSession work, BatchSql sql) throws SQLException {
    work.session()
        .execute(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0; SET LOCAL row_security = off; "
                + BatchSql.PLAIN);
    try (var _ = work.stop().running(work.session()::cancel)) {
      return new Counting(work, sql).all();
    } finally {
      work.session().rollback();
    }
  }

  String words() {
    return "%d rows, none left to change; checksum %016x".formatted(rows, checksum);
  }

  private static final class Counting {

    private final RunSession work;
    private final BatchSql sql;
    private final RowQuery query;

    Counting(RunSession work, BatchSql sql) {
      this.work = work;
      this.sql = sql;
      this.query = new RowQuery(work.session());
    }

    BackfillProof all() throws SQLException {
      var whole = count(KeyRange.ALL);
      return new BackfillProof(
          whole.differ() > 0 ? differing() : List.of(), whole.rows(), whole.checksum());
    }

    /// A condition that is not the same twice may find nothing in any part: then all of the table
    /// is in doubt.
    private List<KeyRange> differing() throws SQLException {
      var differing = new ArrayList<KeyRange>();
      var range = part(KeyRange.ALL);
      while (true) {
        if (count(range).differ() > 0) {
          differing.add(range);
        }
        if (range.isLast() || work.stop().isAsked()) {
          return differing.isEmpty() ? List.of(KeyRange.ALL) : differing;
        }
        range = part(new KeyRange(range.upTo(), List.of()));
      }
    }

    /// The first rows of what is left.
    private KeyRange part(KeyRange rest) throws SQLException {
      if (sql.table().isWalkedByBlock()) {
        return rest;
      }
      var bound = query.rows(sql.upperBound(rest, COUNTED_AT_ONCE));
      return bound.isEmpty()
          ? rest
          : new KeyRange(rest.after(), bound.getFirst().stream().map(String::valueOf).toList());
    }

    private Count count(KeyRange range) throws SQLException {
      var counts =
          query.rows(sql.counting(range)).getFirst().stream()
              .map(count -> Long.parseLong(String.valueOf(count)))
              .toList();
      return new Count(counts.get(0), counts.get(1), counts.get(2));
    }
  }

  private record Count(long rows, long differ, long checksum) {}
}
