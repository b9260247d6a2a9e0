package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseAdoption;
import dev.deed.cli.report.Report;
import dev.deed.engine.Adoption;
import dev.deed.engine.Migrations;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.Adopter;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Takes over the migrations of other tools in the databases of one environment: all or nothing in
/// each, and nothing is run.
public record AdoptRun(ApplyRun running, boolean dryRun) {

  public Report adopt(@Nullable String database) {
    var targets = running.targets();
    var migrations = targets.project().migrations();
    var addresses =
        targets.addresses(database).stream().filter(a -> hasTools(a, migrations)).toList();
    if (addresses.isEmpty()) {
      throw new NothingToAdopt();
    }
    var planned = addresses.stream().map(address -> planned(address, migrations)).toList();
    var isRefused = planned.stream().anyMatch(adoption -> !adoption.isGood());
    if (dryRun || isRefused || planned.stream().allMatch(DatabaseAdoption::isDone)) {
      return new DatabaseReport.Adopted(planned, true);
    }
    running.confirm(addresses);
    return new DatabaseReport.Adopted(
        addresses.stream().map(address -> adopted(address, migrations)).toList(), false);
  }

  private static boolean hasTools(Address address, Migrations migrations) {
    return migrations.of(address.target().database()).stream()
        .anyMatch(migration -> migration.origin().tool() != Tool.DEED);
  }

  private DatabaseAdoption planned(Address address, Migrations migrations) {
    try {
      var found = Histories.adoptable(address, running.targets().patience());
      var adoption =
          Adoption.of(address.target().database(), migrations, found.history(), found.isEmpty());
      return new DatabaseAdoption(address.target(), adoption, "", "", null);
    } catch (UserException failure) {
      return DatabaseAdoption.failed(address.target(), failure);
    }
  }

  private DatabaseAdoption adopted(Address address, Migrations migrations) {
    var settings = running.settings();
    try (var watching = settings.watching(running.surroundings())) {
      var adopter = new Adopter(settings.policyFor(running.targets()), watching);
      try (var _ = running.surroundings().signals().listen(adopter::stop)) {
        var done =
            adopter.adopt(
                address,
                (history, isEmpty) ->
                    Adoption.of(address.target().database(), migrations, history, isEmpty));
        return new DatabaseAdoption(
            address.target(), done.adoption(), done.before(), done.after(), null);
      }
    } catch (UserException failure) {
      return DatabaseAdoption.failed(address.target(), failure);
    }
  }

  /// The ownership file names no folder of another tool.
  static final class NothingToAdopt extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NothingToAdopt() {
      super(
          "no database here has migrations of another tool",
          "name the tool and its folder in schema-ownership.yaml: databases: {main: {tool: flyway, migrations: db/migration}}");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
