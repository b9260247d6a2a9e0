package dev.deed.cli.report;

import dev.deed.engine.MigrationStatus;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
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

/// What was done or found in databases, one after the other: some may have failed while the others
/// went on.
public sealed interface DatabaseReport extends Report {

  @Override
  default Verdict verdict() {
    var asked = Verdict.worst(failures());
    return asked == Verdict.YES && !isGood() ? Verdict.NO : asked;
  }

  /// Whether what was found in those that answered is as it should be.
  default boolean isGood() {
    return true;
  }

  /// What `apply` and `rollback` did, a run a database.
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

  /// What would be done, database by database; nothing was.
  record Planned(List<DatabasePlan> databases) implements DatabaseReport {
    public Planned {
      databases = List.copyOf(databases);
    }

    @Override
    public List<Failure> failures() {
      return databases.stream()
          .flatMap(plan -> Failure.of(plan.words(), plan.failure()).stream())
          .toList();
    }
  }

  /// Plans as scripts for `psql`, a database each; those without a file are the output.
  record Scripts(List<PlanScript> scripts) implements DatabaseReport {
    public Scripts {
      scripts = List.copyOf(scripts);
    }

    @Override
    public List<Failure> failures() {
      return scripts.stream()
          .flatMap(script -> Failure.of(script.place(), script.failure()).stream())
          .toList();
    }
  }

  /// What databases remember.
  ///
  /// @param verbose with every attempt, and the SQL that was kept
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

  /// Where every migration stands in every database; "no" where something is left to do.
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

  /// @param failure why the database could not be asked, or null
  record DatabaseStatus(
      Target target, List<MigrationStatus> standings, @Nullable UserException failure) {
    public DatabaseStatus {
      standings = List.copyOf(standings);
    }

    boolean isDone() {
      return standings.stream().allMatch(s -> s.state().isDone());
    }
  }

  /// Whether databases are what their history and the files say.
  ///
  /// @param sources the applied migrations, as the histories kept them
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

  /// Whether databases can be reached and migrated; "no" where one of them has a problem.
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

  /// The rights that databases must give, or what they lack and have too much of them.
  ///
  /// @param withoutRole services whose migrations run as whoever connects
  /// @param isCheck a difference is a "no"
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

    public boolean isAlike() {
      return gap.isNone() && roles.isEmpty();
    }
  }
}
