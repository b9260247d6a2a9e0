package dev.deed.cli.report;

import dev.deed.engine.Adoption;
import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.ContractGate;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.Journal;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.ownership.rights.RightsGap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.UserException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The results of a command, database by database; some may have failed while others succeeded.
public sealed interface DatabaseReport extends Report {

  @Override
  default Verdict verdict() {
    var asked = Verdict.worst(failures().stream().map(Report.Failure::cause).toList());
    return asked == Verdict.YES && !isGood() ? Verdict.NO : asked;
  }

  /// Whether the databases that could be read are as they should be.
  default boolean isGood() {
    return true;
  }

  /// What `apply` and `rollback` did, one run per database.
  record Ran(List<DatabaseRun> runs) implements DatabaseReport {
    public Ran {
      runs = List.copyOf(runs);
    }

    @Override
    public List<Failure> failures() {
      return runs.stream()
          .flatMap(run -> Failure.of(run.target(), run.failure()).stream())
          .toList();
    }
  }

  /// The plans, database by database; nothing was run.
  record Planned(List<DatabasePlan> databases) implements DatabaseReport {
    public Planned {
      databases = List.copyOf(databases);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(plan -> Failure.of(plan.target(), plan.words(), plan.failure()).stream())
          .toList();
    }
  }

  /// Plans as scripts for `psql`, one per database; a script without a file is printed.
  record Scripts(List<PlanScript> scripts) implements DatabaseReport {
    public Scripts {
      scripts = List.copyOf(scripts);
    }

    @Override
    public List<Failure> failures() {
      return scripts.stream()
          .flatMap(script -> Failure.of(script.target(), script.place(), script.failure()).stream())
          .toList();
    }
  }

  /// The histories of databases.
  ///
  /// @param verbose with every attempt and the stored SQL
  record Histories(List<DatabaseHistory> databases, boolean verbose) implements DatabaseReport {
    public Histories {
      databases = List.copyOf(databases);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// What deed has taken over from other tools, or would.
  record Adopted(List<DatabaseAdoption> databases, boolean dryRun) implements DatabaseReport {
    public Adopted {
      databases = List.copyOf(databases);
    }

    @Override
    public boolean isGood() {
      return databases.stream().allMatch(DatabaseAdoption::isGood);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// @param adoption null if the database could not be read
  /// @param before digest of the schema before anything was recorded; empty in a dry run
  /// @param after the same afterwards
  /// @param failure why the database could not be read or written, or null
  record DatabaseAdoption(
      Target target,
      @Nullable Adoption adoption,
      String before,
      String after,
      @Nullable UserException failure) {

    public static DatabaseAdoption failed(Target target, UserException failure) {
      return new DatabaseAdoption(target, null, "", "", failure);
    }

    public boolean isSame() {
      return before.equals(after);
    }

    public boolean isGood() {
      return failure == null && adoption != null && adoption.objections().isEmpty() && isSame();
    }

    public boolean isDone() {
      return adoption != null && adoption.isDone();
    }
  }

  /// Backups, and whether each was restored for a proof.
  record BackedUp(List<SavedDatabase> databases) implements DatabaseReport {
    public BackedUp {
      databases = List.copyOf(databases);
    }

    @Override
    public boolean isGood() {
      return databases.stream().allMatch(SavedDatabase::isGood);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// A backup in a new database.
  record Restored(RestoredDatabase database) implements DatabaseReport {
    @Override
    public boolean isGood() {
      return database.problems().isEmpty();
    }
  }

  /// The status of every migration in every database; "no" if something is left to do.
  record Status(List<DatabaseStatus> databases) implements DatabaseReport {
    public Status {
      databases = List.copyOf(databases);
    }

    @Override
    public boolean isGood() {
      return databases.stream().allMatch(DatabaseStatus::isDone);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// @param notices what is odd in the history
  /// @param backfills that are under way
  /// @param failure why the database could not be read, or null
  record DatabaseStatus(
      Target target,
      List<MigrationStatus> standings,
      List<String> notices,
      List<BackfillState> backfills,
      @Nullable UserException failure) {
    public DatabaseStatus {
      standings = List.copyOf(standings);
      notices = List.copyOf(notices);
      backfills = List.copyOf(backfills);
    }

    boolean isDone() {
      return standings.stream()
          .map(MigrationStatus::state)
          .allMatch(state ->
              state.isDone() || state.isPassedOver() || state == MigrationStatus.State.WAITING);
    }
  }

  /// Whether databases agree with their history and the files.
  ///
  /// @param sources the applied migrations as stored in the histories
  record Verified(List<DatabaseVerification> databases, Sources sources) implements DatabaseReport {
    public Verified {
      databases = List.copyOf(databases);
    }

    @Override
    public boolean isGood() {
      return databases.stream().allMatch(d -> Verdict.of(d.findings()) == Verdict.YES);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream().flatMap(d -> Failure.of(d.target(), d.failure()).stream()).toList();
    }
  }

  /// How much was looked at.
  ///
  /// @param migrations number of migrations that the history records as done
  /// @param notRun those among them that were stamped or recorded: deed did not run them
  /// @param relations number of relations that they created
  /// @param objects number of all objects that they created and that were compared with the
  ///   catalogs
  record Looked(int migrations, int notRun, int relations, int objects) {
    static final Looked NOTHING = new Looked(0, 0, 0, 0);
  }

  /// @param notMade objects that no migration made and that need none, in words
  /// @param notCompared what was not looked at, in words
  /// @param failure why the database could not be read, or null
  record DatabaseVerification(
      Target target,
      Looked looked,
      List<Finding> findings,
      List<String> notMade,
      List<String> notCompared,
      @Nullable UserException failure) {
    public DatabaseVerification {
      findings = List.copyOf(findings);
      notMade = List.copyOf(notMade);
      notCompared = List.copyOf(notCompared);
    }

    public int migrations() {
      return looked.migrations();
    }

    public int notRun() {
      return looked.notRun();
    }

    public int relations() {
      return looked.relations();
    }

    public int objects() {
      return looked.objects();
    }

    /// @param failure why the database could not be read
    public static DatabaseVerification failed(Target target, @Nullable UserException failure) {
      return new DatabaseVerification(
          target, Looked.NOTHING, List.of(), List.of(), List.of(), failure);
    }
  }

  /// Whether databases can be reached and migrated; "no" if one of them has a problem.
  record Examined(List<Checkup> checkups) implements DatabaseReport {
    public Examined {
      checkups = List.copyOf(checkups);
    }

    @Override
    public boolean isGood() {
      return checkups.stream()
          .flatMap(c -> c.diagnoses().stream())
          .noneMatch(d -> d.level() == Diagnosis.Level.PROBLEM);
    }

    @Override
    public List<Failure> failures() {
      return checkups.stream().flatMap(c -> Failure.of(c.target(), c.failure()).stream()).toList();
    }
  }

  /// What servers in trouble are busy with, and what to do.
  record Emergencies(List<EmergencyScreen> databases) implements DatabaseReport {
    public Emergencies {
      databases = List.copyOf(databases);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .map(EmergencyScreen::found)
          .flatMap(found -> Failure.of(found.target(), found.failure()).stream())
          .toList();
    }
  }

  /// PostgreSQL was asked to cancel a session's statement, or to end the session.
  ///
  /// @param session as it was seen before
  /// @param whose in words
  /// @param terminated the session, and not only its statement
  /// @param ended whether it is over, and what the history has of it
  record SessionEnded(
      Target target,
      LiveSession session,
      String whose,
      boolean terminated,
      SessionEnding.Ended ended)
      implements DatabaseReport {
    @Override
    public boolean isGood() {
      return ended.isOver();
    }

    @Override
    public List<Failure> failures() {
      return List.of();
    }
  }

  /// The privileges to grant, or those that are missing and in excess.
  ///
  /// @param withoutRole services whose migrations run under the role that deed connects as
  /// @param isCheck whether a difference means the verdict "no"
  record Granted(List<DatabaseGrants> databases, List<String> withoutRole, boolean isCheck)
      implements DatabaseReport {
    public Granted {
      databases = List.copyOf(databases);
      withoutRole = List.copyOf(withoutRole);
    }

    @Override
    public boolean isGood() {
      return !isCheck || databases.stream().allMatch(DatabaseGrants::isAlike);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .filter(d -> d.target() != null)
          .flatMap(d -> Failure.of(Objects.requireNonNull(d.target()), d.failure()).stream())
          .toList();
    }
  }

  /// @param target null if no database was read
  /// @param roles to be created first; all roles if no database was read
  /// @param failure why the database could not be read, or null
  record DatabaseGrants(
      DatabaseName database,
      @Nullable Target target,
      RightsGap gap,
      Set<String> roles,
      @Nullable UserException failure) {
    public DatabaseGrants {
      roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean isAlike() {
      return gap.isNone() && roles.isEmpty();
    }
  }

  /// The journals of databases.
  ///
  /// @param done what was done to them before
  record Journals(List<Journal> databases, Done done) implements DatabaseReport {

    /// What was asked for.
    public enum Done {
      SHOWN,
      INSTALLED,
      REMOVED
    }

    public Journals {
      databases = List.copyOf(databases);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(journal -> Failure.of(journal.target(), journal.failure()).stream())
          .toList();
    }
  }

  /// How far changeovers are, database by database.
  ///
  /// @param view what of it was asked for
  record ChangedOver(List<DatabaseChangeovers> databases, View view) implements DatabaseReport {

    /// What is shown of them.
    public enum View {
      /// One line for each changeover.
      LIST,
      /// The files, the gates and the next command of each.
      STORY,
      CONTRACTS,
      /// Only contracts that may be applied; "no" where there is one.
      DUE,
      BACKFILLS
    }

    public ChangedOver {
      databases = List.copyOf(databases);
    }

    @Override
    public boolean isGood() {
      return view != View.DUE
          || databases.stream()
              .flatMap(database -> database.changeovers().stream())
              .flatMap(changeover -> changeover.gates().stream())
              .noneMatch(ContractGate::isOpen);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(database -> Failure.of(database.target(), database.failure()).stream())
          .toList();
    }
  }

  /// @param evidence what the database remembers of them
  /// @param failure why the database could not be read, or null
  record DatabaseChangeovers(
      Target target,
      List<Changeover> changeovers,
      ChangeoverEvidence evidence,
      @Nullable UserException failure) {
    public DatabaseChangeovers {
      changeovers = List.copyOf(changeovers);
    }
  }
}
