package dev.deed.engine.run;

import dev.deed.engine.MigrationName;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// PostgreSQL refused a statement of a migration, or the connection was lost while it ran.
public final class MigrationFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient MigrationName migration;
  private final transient @Nullable Span span;
  private final String sqlState;

  /// @param span of the statement; null if none is known
  MigrationFailed(
      MigrationName migration,
      @Nullable Span span,
      String sqlState,
      String message,
      String advice,
      @Nullable Throwable cause) {
    super(message, advice, cause);
    this.migration = migration;
    this.span = span;
    this.sqlState = sqlState;
  }

  /// Of the statement in the text that was run; null if none is known.
  public @Nullable Span span() {
    return span;
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
