package dev.deed.cli.render;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.schema.Resolved;
import java.util.Iterator;
import java.util.List;

/// What a command found, as data; a renderer a format makes text of it.
public sealed interface Report {

  Verdict verdict();

  /// @param deed the version of this program
  /// @param java the version of the Java that runs it, or that built it when it is native
  record Version(String deed, String java) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// What the statements of some files do; "no" where one of them could not be read.
  record Effects(List<StatementEffects> statements, List<Finding> problems, Sources sources)
      implements Report {
    public Effects {
      statements = List.copyOf(statements);
      problems = List.copyOf(problems);
    }

    @Override
    public Verdict verdict() {
      return verdictOf(problems);
    }
  }

  record StatementEffects(SourceFile file, Resolved resolved) {}

  /// Answers that are written one by one as they come, whatever the format: for programs that ask
  /// line by line.
  record Lines(Iterator<String> lines) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  private static Verdict verdictOf(List<Finding> findings) {
    var errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return errors ? Verdict.NO : Verdict.YES;
  }
}
