package dev.deed.engine.scratch;

import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.run.FailureMessage;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// A scratch server refused a statement.
public final class ScratchFailed extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private final String state;
  private final String sql;

  private ScratchFailed(String place, String sql, SQLException cause) {
    super(
        "the scratch server %s refused %s: %s (%s)"
            .formatted(
                place,
                sql.isEmpty() ? "the work" : "`" + brief(sql) + "`",
                FailureMessage.sentence(cause),
                SqlStates.of(cause)),
        "name a server whose role may create databases, with the same extensions and roles: --scratch URL",
        cause);
    this.state = SqlStates.of(cause);
    this.sql = sql;
  }

  static ScratchFailed of(String place, String sql, SQLException cause) {
    return new ScratchFailed(place, sql, cause);
  }

  /// PostgreSQL's error code.
  public String state() {
    return state;
  }

  /// The statement that was refused; empty if there was none.
  public String sql() {
    return sql;
  }

  private static String brief(String sql) {
    var line = sql.strip().replaceAll("\\s+", " ");
    return line.length() > 120 ? line.substring(0, 119) + "…" : line;
  }

  /// What the role may not do, it may not do the next time either.
  @Override
  public Outcome outcome() {
    return state.equals(SqlStates.NOT_ALLOWED) ? Outcome.REFUSED : Outcome.TRY_AGAIN;
  }
}
