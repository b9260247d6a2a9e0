package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.History;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Planner;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.engine.run.PlanSource;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Notes in the history of a database that it has what new migrations say: they were written from
/// it.
///
/// @param environment the name of the database's environment
/// @param compared the history with which the database was compared
record DriftRecording(
    Project project,
    Surroundings surroundings,
    String environment,
    DatabaseName database,
    History compared) {

  /// A migration of the same service that is pending would be overtaken, and one that is half-way
  /// has done a part of what differs.
  ///
  /// @param owners of the new migrations
  void refuseUnfinished(Set<ServiceName> owners) {
    var unfinished =
        new Planner(project.migrations())
            .status(database, compared).stream()
                .filter(status -> isHalfWay(status) || isOvertaken(status, owners))
                .map(status -> status.name().words())
                .toList();
    if (!unfinished.isEmpty()) {
      throw new Unfinished(address().target().words(), unfinished, environment);
    }
  }

  private static boolean isHalfWay(MigrationStatus status) {
    return status.state() == MigrationStatus.State.HALF_WAY;
  }

  private static boolean isOvertaken(MigrationStatus status, Set<ServiceName> owners) {
    return status.isPending() && owners.contains(status.name().service());
  }

  /// Asks before a protected environment is changed.
  ///
  /// @param notices what to know for the answer
  void confirm(ClosingWish wish, List<String> notices) {
    running(wish.yes()).confirm(List.of(address()), notices);
  }

  /// @param versions of the new files
  /// @throws NotRecorded if the history could not be written; the files stay
  void record(List<Version> versions) {
    var planner = new Planner(project.migrations());
    PlanSource planning =
        (name, history) -> {
          if (!DriftPair.states(history).equals(DriftPair.states(compared))) {
            throw new DriftPair.HistoryMoved(address().target().words());
          }
          return planner.stamp(name, history, Set.copyOf(versions));
        };
    var ran =
        running(true).run(List.of(address()), planning, OtherDatabases.NONE, BeforeCommit.NOTHING);
    if (ran instanceof DatabaseReport.Ran it) {
      it.runs().stream()
          .map(DatabaseRun::failure)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(failure -> {
            throw new NotRecorded(address().target().words(), failure, next(versions));
          });
    }
  }

  private String next(List<Version> versions) {
    return "deed stamp --env %s --database %s --to %s"
        .formatted(environment, database, versions.getLast());
  }

  private ApplyRun running(boolean yes) {
    var targets = Targets.of(project, environment, surroundings);
    return new ApplyRun(targets, surroundings, RunSettings.saying(yes));
  }

  private Address address() {
    return Targets.of(project, environment, surroundings).address(database.text());
  }

  /// Migrations come first that the new ones would overtake, or that are half-way.
  static final class Unfinished extends UserException {

    private static final long serialVersionUID = 1L;

    Unfinished(String target, List<String> migrations, String environment) {
      super(
          "%s has %s to finish first, since the recorded migration would overtake %s: %s"
              .formatted(
                  target,
                  migrations.size() == 1 ? "1 migration" : migrations.size() + " migrations",
                  migrations.size() == 1 ? "it" : "them",
                  String.join(", ", migrations)),
          "apply them (deed apply --env %s), or where their changes are there already, record that: deed stamp --env %s --to VERSION"
              .formatted(environment, environment));
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// The files were written, and the history does not know of them.
  static final class NotRecorded extends UserException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    NotRecorded(String target, UserException cause, String next) {
      super(
          "the migrations were written, but not recorded in %s: %s"
              .formatted(target, cause.getMessage()),
          "commit them when you have read them and removed the lines -- deed: generated, then: "
              + next,
          cause);
      this.outcome = cause.outcome();
    }

    @Override
    public Outcome outcome() {
      return outcome;
    }
  }
}
