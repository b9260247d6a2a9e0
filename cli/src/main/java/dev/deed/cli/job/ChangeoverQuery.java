package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.ChangedOver.View;
import dev.deed.cli.report.DatabaseReport.DatabaseChangeovers;
import dev.deed.cli.report.Report;
import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.Planner;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.Changeovers;
import dev.deed.engine.look.Histories;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far changeovers are in the databases of some environments.
///
/// @param change the only one, or null for all
public record ChangeoverQuery(
    List<Targets> environments, @Nullable String database, @Nullable String change, View view) {

  public Report report() {
    var project = environments.getFirst().project();
    var migrations = project.migrations();
    var changeovers =
        new Changeovers(
            new Planner(migrations),
            ContractWords.of(project, migrations, view == View.STORY || view == View.CONTRACTS));
    var all = new ArrayList<DatabaseChangeovers>();
    for (var targets : environments) {
      var patience = targets.patience();
      for (var reading : Histories.read(targets.addresses(database), patience)) {
        all.add(of(reading, changeovers));
      }
    }
    refuseUnknown(all);
    return new DatabaseReport.ChangedOver(all, view);
  }

  private DatabaseChangeovers of(Histories.Reading reading, Changeovers changeovers) {
    var history = reading.history();
    if (history == null) {
      return new DatabaseChangeovers(
          reading.target(), List.of(), ChangeoverEvidence.NONE, reading.failure());
    }
    var found =
        changeovers.of(reading.target().database(), history).stream()
            .filter(changeover -> change == null || changeover.name().equals(change))
            .toList();
    return new DatabaseChangeovers(reading.target(), found, history.changeovers(), null);
  }

  private void refuseUnknown(List<DatabaseChangeovers> found) {
    var isFound = found.stream().anyMatch(d -> !d.changeovers().isEmpty() || d.failure() != null);
    if (change != null && !isFound) {
      throw new Targets.NoSuch("changeover", change, names());
    }
  }

  private List<String> names() {
    return namesIn(environments.getFirst().project()).toList();
  }

  /// Of all changeovers of a project.
  static Stream<String> namesIn(Project project) {
    return project.migrations().all().stream()
        .flatMap(migration -> migration.changeover().stream())
        .map(part -> part.name())
        .distinct();
  }

  /// The changeover of that name in a database.
  static Changeover find(Project project, Histories.Reading reading, String change) {
    var migrations = project.migrations();
    var history = reading.history();
    if (history == null) {
      throw reading.failure() == null
          ? new Targets.NoSuch("changeover", change, namesIn(project).toList())
          : reading.failure();
    }
    return new Changeovers(new Planner(migrations), ContractWords.of(project, migrations))
        .of(reading.target().database(), history).stream()
            .filter(changeover -> changeover.name().equals(change))
            .findFirst()
            .orElseThrow(() -> new Targets.NoSuch("changeover", change, namesIn(project).toList()));
  }
}
