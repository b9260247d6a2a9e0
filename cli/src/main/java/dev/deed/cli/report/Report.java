package dev.deed.cli.report;

import dev.deed.drift.DriftReport;
import dev.deed.engine.MigrationName;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.ManualRunResult;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a command found, as data; a renderer a format makes text of it.
public sealed interface Report
    permits FindingReport,
        DatabaseReport,
        OwnerReport,
        RuleReport,
        Report.Recorded,
        Report.Executed,
        Report.Drifted,
        Report.Effects,
        Report.FilesChecked,
        Report.Written,
        Report.Lines,
        Report.Told,
        Report.Version,
        Report.Failed {

  Verdict verdict();

  /// What went wrong in a part of the work while the rest went on; told on stderr as every failure.
  default List<Failure> failures() {
    return List.of();
  }

  /// @param place where it happened: a target, as people read it
  record Failure(String place, UserException cause) {

    /// Empty where nothing went wrong.
    static Optional<Failure> of(Target target, @Nullable UserException cause) {
      return of(target.words(), cause);
    }

    static Optional<Failure> of(String place, @Nullable UserException cause) {
      return Optional.ofNullable(cause).map(c -> new Failure(place, c));
    }

    /// Always with the database in it: several are worked on beside each other.
    public String message() {
      var message = String.valueOf(cause.getMessage());
      return message.startsWith(place) ? message : place + ": " + message;
    }
  }

  /// The command could not do anything; people read why on stderr.
  record Failed(UserException failure) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.of(failure.outcome());
    }
  }

  /// @param deed the version of this program
  /// @param java the version of the Java that runs it, or that built it when it is native
  record Version(String deed, String java) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// A change that was made by hand is in the history now.
  ///
  /// @param name null where the SQL could not be read, so that nothing was recorded
  record Recorded(
      Target target, @Nullable MigrationName name, List<Finding> findings, Sources sources)
      implements Report {
    public Recorded {
      findings = List.copyOf(findings);
    }

    @Override
    public Verdict verdict() {
      return Verdict.of(findings);
    }
  }

  /// SQL that no file holds was run, shown, and committed or rolled back.
  ///
  /// @param result null where it was refused before anything was sent
  /// @param isShown its effects were shown before somebody was asked
  record Executed(
      Target target,
      @Nullable ManualRunResult result,
      List<Finding> findings,
      Sources sources,
      boolean isShown)
      implements Report {
    public Executed {
      findings = List.copyOf(findings);
    }

    @Override
    public Verdict verdict() {
      return result != null && result.committed() ? Verdict.YES : Verdict.NO;
    }
  }

  /// The differences between two sides, database by database; "no" where there is any.
  record Drifted(List<DriftReport> databases) implements Report {
    public Drifted {
      databases = List.copyOf(databases);
    }

    @Override
    public Verdict verdict() {
      var isAlike = databases.stream().allMatch(d -> d.drifts().isEmpty());
      return isAlike ? Verdict.YES : Verdict.NO;
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
      return Verdict.of(problems);
    }
  }

  record StatementEffects(SourceFile file, ResolvedStatement resolved) {}

  /// Answers that are written one by one as they come, whatever the format: for programs that ask
  /// line by line.
  record Lines(Iterator<String> lines) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// A story that is told line by line while it happens.
  ///
  /// @param ending asked when it is told
  record Told(Story story, Supplier<Verdict> ending) implements Report {
    @Override
    public Verdict verdict() {
      return ending.get();
    }
  }

  interface Story {
    void tell(Narrator narrator);
  }

  interface Narrator {
    void say(String line);
  }

  /// The files that were made for somebody to fill in.
  record Written(List<SourceFile> files) implements Report {
    public Written {
      files = List.copyOf(files);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// Whether committed files still say what deed would write into them now.
  record FilesChecked(List<CheckedFile> files) implements Report {
    public FilesChecked {
      files = List.copyOf(files);
    }

    @Override
    public Verdict verdict() {
      return files.stream().allMatch(CheckedFile::isCurrent) ? Verdict.YES : Verdict.NO;
    }
  }

  /// @param line the first that differs, from 1; 0 where none does
  /// @param expected what it should be, null where the file should end before it
  /// @param found what it is, null where the file ends before it
  /// @param command that writes the file anew
  record CheckedFile(
      String file,
      boolean isThere,
      int line,
      @Nullable String expected,
      @Nullable String found,
      String command) {

    public boolean isCurrent() {
      return isThere && line == 0;
    }
  }
}
