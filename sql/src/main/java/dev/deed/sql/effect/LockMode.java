package dev.deed.sql.effect;

import java.util.Locale;

/// PostgreSQL's table-level lock modes, the weakest first.
public enum LockMode {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /// True if `SELECT` has to wait.
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /// True if `INSERT`, `UPDATE` and `DELETE` have to wait.
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  public LockMode strongest(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// `ShareRowExclusiveLock`, as in `pg_locks`.
  public static LockMode ofServer(String text) {
    var words = text.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /// As in the manual: `ACCESS EXCLUSIVE`.
  public String words() {
    return name().replace('_', ' ').toUpperCase(Locale.ROOT);
  }
}
