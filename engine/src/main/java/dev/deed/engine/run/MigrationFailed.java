package dev.deed.engine.run;

import dev.deed.engine.MigrationName;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// PostgreSQL refused a statement of a migration, or the connection was lost while it ran.
public final class MigrationFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient MigrationName migration;
  private final String sqlState;

  MigrationFailed(
      MigrationName migration,
      String sqlState,
      String message,
      String advice,
      @Nullable Throwable cause) {
    super(message, advice, cause);
    this.migration = migration;
    this.sqlState = sqlState;
  }

  public MigrationName migration() {
    return migration;
  }

  /// PostgreSQL's five-character code; empty if it sent none.
  public String sqlState() {
    return sqlState;
  }

  @Override
  public Outcome outcome() {
    return Outcome.STOPPED;
  }
}
