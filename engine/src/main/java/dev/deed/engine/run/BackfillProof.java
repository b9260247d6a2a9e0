package dev.deed.engine.run;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What was counted in one snapshot after a backfill: parts of the table in which there are still
/// rows to change, and a checksum of all.
///
/// @param rows of the table
/// @param checksum over the keys and the changed columns
record BackfillProof(List<KeyRange> differing, long rows, BigInteger checksum) {

  private static final int COUNTED_AT_ONCE = 50_000;

  BackfillProof {
    differing = List.copyOf(differing);
  }

  /// Ends early, with less than all, when the run is asked to stop. It fails where row security
  /// would hide rows from it.
  static BackfillProof count(RunSession work, BatchSql sql) throws SQLException {
    work.session()
        .execute(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL lock_timeout = 0; SET LOCAL row_security = off; "
                + BatchSql.PLAIN);
    try (var _ = work.stop().running(work.session()::cancel)) {
      return new Counting(work, sql).all();
    } finally {
      work.session().rollback();
    }
  }

  String words() {
    return "%d rows, none left to change; checksum %016x".formatted(rows, checksum.longValue());
  }

  private static final class Counting {

    private final RunSession work;
    private final BatchSql sql;
    private final RowQuery query;
    private final List<KeyRange> differing = new ArrayList<>();
    private long rows;
    private BigInteger checksum = BigInteger.ZERO;

    Counting(RunSession work, BatchSql sql) {
      this.work = work;
      this.sql = sql;
      this.query = new RowQuery(work.session());
    }

    BackfillProof all() throws SQLException {
      var range = part(KeyRange.ALL);
      count(range);
      while (!range.isLast() && !work.stop().isAsked()) {
        range = part(new KeyRange(range.upTo(), List.of()));
        count(range);
      }
      return new BackfillProof(differing, rows, checksum);
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

    private void count(KeyRange range) throws SQLException {
      var counts =
          query.rows(sql.counting(range)).getFirst().stream().map(String::valueOf).toList();
      rows += Long.parseLong(counts.get(0));
      checksum = checksum.add(new BigInteger(counts.get(2)));
      if (Long.parseLong(counts.get(1)) > 0) {
        differing.add(range);
      }
    }
  }
}
