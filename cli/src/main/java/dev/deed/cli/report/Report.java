package dev.deed.cli.report;

import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.engine.MigrationName;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.ManualRunResult;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The result of a command as data; each format has a renderer that turns it into text.
public sealed interface Report
    permits FindingReport,
        DatabaseReport,
        OwnerReport,
        RuleReport,
        EvidenceReport,
        Report.Recorded,
        Report.Executed,
        Report.Drifted,
        Report.Effects,
        Report.FilesChecked,
        Report.Written,
        Report.Expanded,
        Report.Squashed,
        Report.Generated,
        Report.Rehearsed,
        Report.Branched,
        Report.SetUp,
        Report.Page,
        Report.Lines,
        Report.Told,
        Report.Watched,
        Report.Version,
        Report.Failed {

  Verdict verdict();

  /// Failures in a part of the work, while the rest continued; they are printed on stderr.
  default List<Failure> failures() {
    return List.of();
  }

  /// @param place the displayed name of the target
  /// @param environment of the target; null where it is none
  record Failure(String place, @Nullable EnvironmentName environment, UserException cause) {

    public Failure(String place, UserException cause) {
      this(place, null, cause);
    }

    /// Empty without a cause.
    static Optional<Failure> of(Target target, @Nullable UserException cause) {
      return Optional.ofNullable(cause)
          .map(c -> new Failure(target.words(), target.environment(), c));
    }

    /// @param otherwise the place where there is no target
    public static Optional<Failure> of(
        @Nullable Target target, String otherwise, @Nullable UserException cause) {
      return target == null ? of(otherwise, cause) : of(target, cause);
    }

    public static Optional<Failure> of(String place, @Nullable UserException cause) {
      return Optional.ofNullable(cause).map(c -> new Failure(place, c));
    }

    /// The message with the database in front, because several databases are processed in parallel.
    public String message() {
      var message = String.valueOf(cause.getMessage());
      return message.startsWith(place) ? message : place + ": " + message;
    }

    /// The next command to type: the planner does not know which environment it plans for.
    public String advice() {
      return environment == null
          ? cause.advice()
          : cause.advice().replace("--env ENVIRONMENT", "--env " + environment.text());
    }
  }

  /// The command failed; the reason is on stderr.
  record Failed(UserException failure) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.of(failure.outcome());
    }
  }

  /// @param deed the version of this program
  /// @param commit that it was built from, `unknown` where the build did not know it
  /// @param build `native` or `jvm`
  /// @param java the version of Java that runs the program, or that built the native program
  record Version(String deed, String commit, String build, String java) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// A manual change was recorded in the history.
  ///
  /// @param name null if nothing was recorded, because the SQL could not be read
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

  /// SQL was run by hand, and committed or rolled back.
  ///
  /// @param result null if the SQL was rejected before anything was sent
  /// @param isShown whether its effects were already shown with the question
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

  /// The differences between two sides, database by database; "no" if any of them is at least as
  /// severe as asked.
  ///
  /// @param failures the databases that could not be compared, and why
  /// @param terms what was asked for
  /// @param unwritten the migrations that `--dry-run` shows instead of writing them
  record Drifted(
      List<DriftReport> databases,
      List<Failure> failures,
      DriftTerms terms,
      List<StoryText> unwritten)
      implements Report {
    public Drifted {
      databases = List.copyOf(databases);
      failures = List.copyOf(failures);
      unwritten = List.copyOf(unwritten);
    }

    public Drifted(List<DriftReport> databases, List<Failure> failures, DriftTerms terms) {
      this(databases, failures, terms, List.of());
    }

    public Drifted(List<DriftReport> databases, List<Failure> failures) {
      this(databases, failures, DriftTerms.DEFAULT);
    }

    public Drifted(List<DriftReport> databases) {
      this(databases, List.of());
    }

    /// The same report, as it was asked for.
    public Drifted with(DriftTerms newTerms) {
      return new Drifted(databases, failures, newTerms, unwritten);
    }

    /// The same report, with migrations that were not written.
    public Drifted showing(List<StoryText> files) {
      return new Drifted(databases, failures, terms, files);
    }

    /// How many differences are of that severity.
    public long count(DriftSeverity severity) {
      return databases.stream()
          .flatMap(database -> database.drifts().stream())
          .filter(drift -> drift.severity() == severity)
          .count();
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures.stream().map(Failure::cause).toList());
      var isAlike =
          databases.stream()
              .flatMap(database -> database.drifts().stream())
              .noneMatch(drift -> drift.severity().isAtLeast(terms.failOn()));
      return asked == Verdict.YES && !isAlike ? Verdict.NO : asked;
    }
  }

  /// The effects of the statements of some files; "no" if one of them could not be read.
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

  /// Answers for programs that ask line by line, written one by one, in any format.
  record Lines(Iterator<String> lines) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// A story that is printed line by line while it happens.
  ///
  /// @param ending called after the last line
  record Told(Story story, Supplier<Verdict> ending) implements Report {
    @Override
    public Verdict verdict() {
      return ending.get();
    }
  }

  /// The same report again and again, each written before the next one is asked for.
  ///
  /// @param reports ends when the user wants no more of them
  record Watched(Iterator<Report> reports) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  interface Story {
    void tell(Narrator narrator);
  }

  interface Narrator {
    void say(String line);
  }

  /// The files that were created for the user to complete.
  record Written(List<SourceFile> files) implements Report {
    public Written {
      files = List.copyOf(files);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// The migrations of a changeover.
  ///
  /// @param change its name
  /// @param remarks what the reader must know
  /// @param dryRun nothing was written
  record Expanded(String change, List<StoryText> files, List<String> remarks, boolean dryRun)
      implements Report {
    public Expanded {
      files = List.copyOf(files);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  record StoryText(SourceFile file, String text) {}

  /// Migrations that lead to a wanted schema.
  ///
  /// @param remarks what was proved, and what the reader must know
  /// @param dryRun nothing was written
  /// @param withheld no file is written, because each statement needs a decision
  record Generated(List<StoryText> files, List<String> remarks, boolean dryRun, boolean withheld)
      implements Report {
    public Generated {
      files = List.copyOf(files);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Verdict verdict() {
      return withheld ? Verdict.NO : Verdict.YES;
    }
  }

  /// A text that is the answer as it is.
  record Page(String text) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// Files that were written once, for the user to keep: an ownership file, a workflow.
  ///
  /// @param found what the repository has and what was made of it, a line each
  /// @param known the number of findings that were recorded as known
  /// @param next the commands to go on with
  /// @param dryRun nothing was written
  record SetUp(
      List<StoryText> files, List<String> found, int known, List<String> next, boolean dryRun)
      implements Report {
    public SetUp {
      files = List.copyOf(files);
      found = List.copyOf(found);
      next = List.copyOf(next);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// Migrations that were joined.
  ///
  /// @param replaced the old files
  /// @param remarks what was proved, and what the reader must know
  /// @param dryRun nothing was written
  record Squashed(
      List<StoryText> files, List<SourceFile> replaced, List<String> remarks, boolean dryRun)
      implements Report {
    public Squashed {
      files = List.copyOf(files);
      replaced = List.copyOf(replaced);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// Copies of databases that are kept.
  ///
  /// @param remarks what was done
  record Branched(List<BranchCopy> branches, List<String> remarks) implements Report {
    public Branched {
      branches = List.copyOf(branches);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// One database of a branch.
  ///
  /// @param place its URL without a password, or its number at its provider
  /// @param until when it is deleted; empty where that is not known
  /// @param bytes its size; 0 where that is not known
  record BranchCopy(String name, String place, String until, long bytes) {}

  /// Migrations that were tried on copies of databases.
  ///
  /// @param copies in words, what they were tried on
  /// @param remarks how schemas were compared, and which copies are kept
  /// @param failures why a part of them could not be tried
  /// @param evidence where it is kept, or why it is not, in words; empty where it is not to be kept
  /// @param failOn a finding of that severity or a worse one says "no"
  record Rehearsed(
      List<String> copies,
      List<String> remarks,
      List<RehearsedMigration> migrations,
      List<Failure> failures,
      String evidence,
      Severity failOn,
      Sources sources)
      implements Report {
    public Rehearsed {
      copies = List.copyOf(copies);
      remarks = List.copyOf(remarks);
      migrations = List.copyOf(migrations);
      failures = List.copyOf(failures);
    }

    /// The same, and what has failed after it.
    public Rehearsed with(List<Failure> later) {
      var all = Stream.concat(failures.stream(), later.stream()).toList();
      return new Rehearsed(copies, remarks, migrations, all, evidence, failOn, sources);
    }

    public List<Finding> findings() {
      return migrations.stream().flatMap(m -> m.findings().stream()).toList();
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures.stream().map(Failure::cause).toList());
      var isGood = findings().stream().noneMatch(f -> f.severity().compareTo(failOn) <= 0);
      return asked == Verdict.YES && !isGood ? Verdict.NO : asked;
    }
  }

  /// Whether committed files are what deed would write now.
  record FilesChecked(List<CheckedFile> files) implements Report {
    public FilesChecked {
      files = List.copyOf(files);
    }

    @Override
    public Verdict verdict() {
      return files.stream().allMatch(CheckedFile::isCurrent) ? Verdict.YES : Verdict.NO;
    }
  }

  /// @param line the first different line, from 1; 0 if there is none
  /// @param expected the expected line, null if the file should end before it
  /// @param found the actual line, null if the file ends before it
  /// @param command the command that rewrites the file
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
