package dev.deed.cli.job;

import dev.deed.cli.report.Box;
import dev.deed.cli.report.EvidenceReport.Answer;
import dev.deed.cli.report.EvidenceReport.State;
import dev.deed.engine.History;
import dev.deed.engine.Migration;
import dev.deed.ownership.Environment;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one migration when its boxes are answered.
///
/// @param danger null where it could not be planned
/// @param findings those of `check` about its files
/// @param elsewhere the environment that has it first, and its history
record ChecklistCase(
    Migration migration,
    @Nullable MigrationDanger danger,
    List<Finding> findings,
    Live live,
    @Nullable Elsewhere elsewhere) {

  ChecklistCase {
    findings = List.copyOf(findings);
  }

  /// The answer where it could not be planned: because of the server, or of the files.
  Answer unknown(Box box) {
    var ofServer = live.environment() != null && live.history() == null;
    return new Answer(
        box,
        State.UNKNOWN,
        false,
        "it could not be planned: " + live.trouble(),
        ofServer ? "" : "deed check");
  }

  /// The environment that the migration is for.
  ///
  /// @param environment null where none is asked
  /// @param history null where it could not be read
  /// @param trouble why a part could not be read; empty where all could
  /// @param sizes of tables that are locked, in bytes
  record Live(
      @Nullable Environment environment,
      @Nullable History history,
      String trouble,
      Map<QualifiedName, Long> sizes) {

    static final Live NONE = new Live(null, null, "", Map.of());

    Live {
      sizes = Map.copyOf(sizes);
    }
  }

  /// @param history null where it could not be read
  record Elsewhere(EnvironmentName environment, @Nullable History history, String trouble) {}
}
