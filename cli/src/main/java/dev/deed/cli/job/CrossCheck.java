package dev.deed.cli.job;

import dev.deed.drift.PgDump;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When a rehearsal asks `pg_dump`, too, whether a down leads back: what deed does not read in the
/// catalogs, `pg_dump` may.
public enum CrossCheck {
  AUTO,
  ALWAYS,
  NEVER;

  /// Two dumps of each migration take longer than all else where there are many.
  private static final int MOST = 25;

  /// @param migrations how many are tried
  /// @return null where it is not asked
  @Nullable PgDump program(int migrations, Map<String, String> environment) {
    return switch (this) {
      case NEVER -> null;
      case ALWAYS -> PgDump.find(environment);
      case AUTO ->
          migrations <= MOST && PgDump.isInstalled(environment) ? PgDump.find(environment) : null;
    };
  }
}
