package dev.deed.cli.report;

import dev.deed.engine.MigrationName;
import dev.deed.engine.evidence.Evidence;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of migrations before they run.
public sealed interface EvidenceReport extends Report {

  /// Evidence was kept.
  ///
  /// @param store in words
  record Kept(List<Evidence> evidence, String store) implements EvidenceReport {
    public Kept {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// The boxes of migrations; "no" while one that is required is open.
  ///
  /// @param environment null where none is asked
  /// @param failures what could not be asked
  record Checklists(
      @Nullable EnvironmentName environment,
      List<MigrationBoxes> migrations,
      List<Failure> failures)
      implements EvidenceReport {
    public Checklists {
      migrations = List.copyOf(migrations);
      failures = List.copyOf(failures);
    }

    @Override
    public Verdict verdict() {
      var isOpen =
          migrations.stream().flatMap(m -> m.answers().stream()).anyMatch(Answer::isMissing);
      var asked = Verdict.worst(failures.stream().map(Failure::cause).toList());
      return asked == Verdict.YES && isOpen ? Verdict.NO : asked;
    }
  }

  record MigrationBoxes(MigrationName name, SourceFile file, List<Answer> answers) {
    public MigrationBoxes {
      answers = List.copyOf(answers);
    }

    public long missing() {
      return answers.stream().filter(Answer::isMissing).count();
    }
  }

  /// @param isRequired the environment asks for it, or `apply` refuses without it
  /// @param words how it was answered
  /// @param command what to type; empty where nothing is to be typed
  record Answer(Box box, State state, boolean isRequired, String words, String command) {

    /// Required, and not well.
    public boolean isMissing() {
      return isRequired && (state == State.NO || state == State.OPEN || state == State.UNKNOWN);
    }
  }

  enum State {
    YES,
    NO,
    /// A person is to answer it.
    OPEN,
    /// The migration does nothing that it is about.
    NOT_NEEDED,
    /// What would answer it could not be asked.
    UNKNOWN;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
