package dev.deed.engine.evidence;

import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.run.FailureMessage;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;

/// Evidence could not be written; what it is about was done all the same.
public final class EvidenceNotKept extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  EvidenceNotKept(String store, SQLException cause) {
    super(
        "%s could not be written: %s (%s)"
            .formatted(store, FailureMessage.sentence(cause), SqlStates.of(cause)),
        advice(cause),
        cause);
  }

  /// A trigger or a rule has discarded the row.
  EvidenceNotKept(String store) {
    super(
        store + " did not keep the row: a trigger, a rule or a policy on it discards rows",
        "drop what discards them: \\d deed.evidence in psql shows it");
  }

  /// @param file as the user knows it
  /// @param reason why it cannot be written or read
  public EvidenceNotKept(String file, String reason, String advice) {
    super("%s %s".formatted(file, reason), advice);
  }

  private static String advice(SQLException cause) {
    return switch (SqlStates.of(cause)) {
      case SqlStates.NOT_ALLOWED ->
          "let the role write it: GRANT USAGE ON SCHEMA deed TO <role>; GRANT SELECT, INSERT ON"
              + " deed.evidence TO <role> (the first deed apply creates the table), or keep evidence"
              + " in a file: --evidence FILE";
      case "25006" -> "this server or role is read-only: keep evidence in a file: --evidence FILE";
      default ->
          "correct that and run the command again, or keep evidence in a file: --evidence FILE";
    };
  }

  @Override
  public Outcome outcome() {
    return Outcome.TRY_AGAIN;
  }
}
