package dev.deed.cli.render;

import dev.deed.drift.DriftReport;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Standing;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.Target;
import dev.deed.engine.run.TrialResult;
import dev.deed.engine.run.checkup.Checkup;
import dev.deed.engine.run.checkup.Diagnosis;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.RightsGap;
import dev.deed.ownership.Service;
import dev.deed.ownership.Title;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Dependant;
import dev.deed.sql.schema.Resolved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a command found, as data; a renderer a format makes text of it.
public sealed interface Report {

  Verdict verdict();

  /// What went wrong in a part of the work while the rest went on; told on stderr as every failure.
  default List<Failure> failures() {
    return List.of();
  }

  /// @param place where it happened: a target, as people read it
  record Failure(String place, UserException cause) {

    /// Empty where nothing went wrong.
    static Optional<Failure> of(Target target, @Nullable UserException cause) {
      return Optional.ofNullable(cause).map(c -> new Failure(target.words(), c));
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

  /// Findings and nothing else: it can be written in every format that other programs read findings
  /// in.
  sealed interface OfFindings extends Report {

    List<Finding> findings();

    Sources sources();

    /// All files that were looked at, those without findings among them.
    List<SourceFile> files();

    /// What was done, before the count of the findings: `20 migrations checked`.
    String summary();
  }

  /// The ownership file has mistakes, so that the command could not begin.
  record Unreadable(List<Finding> findings, Sources sources) implements OfFindings {
    public Unreadable {
      findings = List.copyOf(findings);
    }

    @Override
    public List<SourceFile> files() {
      return findings.stream().map(Finding::file).distinct().toList();
    }

    @Override
    public String summary() {
      return "the ownership file is not understood";
    }

    @Override
    public Verdict verdict() {
      return Verdict.UNREADABLE;
    }
  }

  /// What `check` found.
  ///
  /// @param migrations how many were looked at
  /// @param known findings that were recorded once, and are not told again
  /// @param files what they are made of: a migration may be a pair of files
  record Checked(
      int migrations, int known, List<SourceFile> files, List<Finding> findings, Sources sources)
      implements OfFindings {
    public Checked {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }

    @Override
    public String summary() {
      var checked = counted(migrations, "migration") + " checked";
      return known == 0
          ? checked
          : checked + ", " + counted(known, "known finding") + " passed over";
    }

    @Override
    public Verdict verdict() {
      return verdictOf(findings);
    }

    private static String counted(int number, String word) {
      return number == 1 ? "1 " + word : number + " " + word + "s";
    }
  }

  /// What `lint` found in any files.
  record Linted(List<SourceFile> files, List<Finding> findings, Sources sources)
      implements OfFindings {
    public Linted {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }

    @Override
    public String summary() {
      return files.size() == 1 ? "1 file looked at" : files.size() + " files looked at";
    }

    @Override
    public Verdict verdict() {
      return verdictOf(findings);
    }
  }

  /// What `apply` and `rollback` did, a run a database.
  record Ran(List<DatabaseRun> runs) implements Report {
    public Ran {
      runs = List.copyOf(runs);
    }

    @Override
    public Verdict verdict() {
      return Verdict.worst(failures());
    }

    @Override
    public List<Failure> failures() {
      var failures = new ArrayList<Failure>();
      for (var run : runs) {
        if (run.failure() != null) {
          failures.add(new Failure(run.target().words(), run.failure()));
        }
      }
      return failures;
    }
  }

  /// What would be done, database by database; nothing was.
  record Planned(List<DatabasePlan> databases) implements Report {
    public Planned {
      databases = List.copyOf(databases);
    }

    @Override
    public Verdict verdict() {
      return Verdict.worst(failures());
    }

    @Override
    public List<Failure> failures() {
      var failures = new ArrayList<Failure>();
      for (var plan : databases) {
        if (plan.failure() != null) {
          failures.add(new Failure(plan.words(), plan.failure()));
        }
      }
      return failures;
    }
  }

  /// Plans as scripts for `psql`, a database each; those without a file are the output.
  record Scripts(List<PlanScript> scripts) implements Report {
    public Scripts {
      scripts = List.copyOf(scripts);
    }

    @Override
    public Verdict verdict() {
      return Verdict.worst(failures());
    }

    @Override
    public List<Failure> failures() {
      var failures = new ArrayList<Failure>();
      for (var script : scripts) {
        if (script.failure() != null) {
          failures.add(new Failure(script.place(), script.failure()));
        }
      }
      return failures;
    }
  }

  /// What databases remember.
  ///
  /// @param verbose with every attempt, and the SQL that was kept
  record Histories(List<DatabaseHistory> databases, boolean verbose) implements Report {
    public Histories {
      databases = List.copyOf(databases);
    }

    @Override
    public Verdict verdict() {
      return Verdict.worst(failures());
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// Where every migration stands in every database; "no" where something is left to do.
  record Status(List<DatabaseStatus> databases) implements Report {
    public Status {
      databases = List.copyOf(databases);
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures());
      var isDone = databases.stream().allMatch(DatabaseStatus::isDone);
      return asked == Verdict.YES && !isDone ? Verdict.NO : asked;
    }

    @Override
    public List<Failure> failures() {
      var failures = new ArrayList<Failure>();
      for (var database : databases) {
        if (database.failure() != null) {
          failures.add(new Failure(database.target().words(), database.failure()));
        }
      }
      return failures;
    }
  }

  /// @param failure why the database could not be asked, or null
  record DatabaseStatus(Target target, List<Standing> standings, @Nullable UserException failure) {
    public DatabaseStatus {
      standings = List.copyOf(standings);
    }

    boolean isDone() {
      return standings.stream().allMatch(s -> RunText.isDone(s.state()));
    }
  }

  /// Whether databases are what their history and the files say.
  ///
  /// @param sources the applied migrations, as the histories kept them
  record Verified(List<DatabaseVerification> databases, Sources sources) implements Report {
    public Verified {
      databases = List.copyOf(databases);
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures());
      var isClean = databases.stream().allMatch(d -> verdictOf(d.findings()) == Verdict.YES);
      return asked == Verdict.YES && !isClean ? Verdict.NO : asked;
    }

    @Override
    public List<Failure> failures() {
      return databases.stream().flatMap(d -> Failure.of(d.target(), d.failure()).stream()).toList();
    }
  }

  /// @param migrations how many the history has as done
  /// @param relations how many those have made
  /// @param failure why the database could not be asked, or null
  record DatabaseVerification(
      Target target,
      int migrations,
      int relations,
      List<Finding> findings,
      @Nullable UserException failure) {
    public DatabaseVerification {
      findings = List.copyOf(findings);
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
      return verdictOf(findings);
    }
  }

  /// SQL that no file holds was run, shown, and committed or rolled back.
  ///
  /// @param result null where it was refused before anything was sent
  /// @param isShown its effects were shown before somebody was asked
  record Executed(
      Target target,
      @Nullable TrialResult result,
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

  /// Whether databases can be reached and migrated; "no" where one of them has a problem.
  record Examined(List<Checkup> checkups) implements Report {
    public Examined {
      checkups = List.copyOf(checkups);
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures());
      var isWell =
          checkups.stream()
              .flatMap(c -> c.diagnoses().stream())
              .noneMatch(d -> d.level() == Diagnosis.Level.PROBLEM);
      return asked == Verdict.YES && !isWell ? Verdict.NO : asked;
    }

    @Override
    public List<Failure> failures() {
      return checkups.stream().flatMap(c -> Failure.of(c.target(), c.failure()).stream()).toList();
    }
  }

  /// The rights that databases must give, or what they lack and have too much of them.
  ///
  /// @param withoutRole services whose migrations run as whoever connects
  /// @param isCheck a difference is a "no"
  record Granted(List<DatabaseGrants> databases, List<String> withoutRole, boolean isCheck)
      implements Report {
    public Granted {
      databases = List.copyOf(databases);
      withoutRole = List.copyOf(withoutRole);
    }

    @Override
    public Verdict verdict() {
      var asked = Verdict.worst(failures());
      var isAlike = databases.stream().allMatch(DatabaseGrants::isAlike);
      return asked == Verdict.YES && isCheck && !isAlike ? Verdict.NO : asked;
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .filter(d -> d.target() != null)
          .flatMap(d -> Failure.of(Objects.requireNonNull(d.target()), d.failure()).stream())
          .toList();
    }
  }

  /// @param target null where no database was asked
  /// @param roles that have to be made first: all, where no database was asked
  /// @param failure why the database could not be asked, or null
  record DatabaseGrants(
      DatabaseName database,
      @Nullable Target target,
      RightsGap gap,
      Set<String> roles,
      @Nullable UserException failure) {
    public DatabaseGrants {
      roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    boolean isAlike() {
      return gap.isNone() && roles.isEmpty();
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

  /// Whose the tables and views are.
  ///
  /// @param folders where each service keeps its migrations
  record Owners(List<OwnedRelation> relations, List<ServiceFolder> folders) implements Report {
    public Owners {
      relations = List.copyOf(relations);
      folders = List.copyOf(folders);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// @param uses by others than the owner, each once, with the strongest access it was granted
  record OwnedRelation(DatabaseName database, ObjectName relation, Title title, List<Use> uses) {
    public OwnedRelation {
      uses = List.copyOf(uses);
    }
  }

  record Use(Service service, Consumer grant) {}

  /// @param path from the repository's top, `migrations/auth/web`
  record ServiceFolder(String path, Service service) {}

  /// Whose one table is, who uses it, and how it came to be what it is.
  ///
  /// @param ownership the file that claims and grants
  /// @param definition as SQL
  record OwnerOf(
      OwnedRelation relation,
      SourceFile ownership,
      List<Dependence> dependences,
      List<Change> changes,
      String definition)
      implements Report {
    public OwnerOf {
      dependences = List.copyOf(dependences);
      changes = List.copyOf(changes);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// @param owner of what depends, null where it is nobody's
  record Dependence(Dependant dependant, @Nullable Service owner) {}

  /// All rules.
  record RuleList(List<ExplainedRule> rules) implements Report {
    public RuleList {
      rules = List.copyOf(rules);
    }

    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// One rule.
  record Explained(ExplainedRule rule) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }

  /// @param severity unless the ownership file says otherwise
  /// @param summary one line
  /// @param page in Markdown
  record ExplainedRule(
      RuleName name,
      Family family,
      Severity severity,
      Set<Hazard> hazards,
      String summary,
      String page) {

    public ExplainedRule {
      hazards = Set.copyOf(hazards);
    }

    /// What is looked at.
    public enum Family {
      OWNERSHIP("ownership"),
      FILES("migration files"),
      LINT("statements"),
      HISTORY("databases");

      private final String words;

      Family(String words) {
        this.words = words;
      }

      String words() {
        return words;
      }
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

  /// @param commands that changed the table, in order
  record Change(MigrationName migration, SourceFile file, List<String> commands) {
    public Change {
      commands = List.copyOf(commands);
    }
  }

  private static Verdict verdictOf(List<Finding> findings) {
    var errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return errors ? Verdict.NO : Verdict.YES;
  }
}
