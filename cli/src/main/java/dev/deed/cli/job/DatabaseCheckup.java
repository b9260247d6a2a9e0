package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.drift.PgDump;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.checkup.Expectations;
import dev.deed.engine.run.RunEvent;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Examines every database that the command line selects; a problem with one does not hide those of
/// the others.
public record DatabaseCheckup(Project project, Surroundings surroundings) {

  /// Short, because a server that takes longer to respond is worth reporting.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Comparator<Checkup> ORDER =
      Comparator.comparing((Checkup c) -> c.target().environment().text())
          .thenComparing(c -> c.target().database());

  /// @param environment null for all
  public Report report(@Nullable String environment, @Nullable String database) {
    var addresses = new ArrayList<Address>();
    var checkups = new ArrayList<Checkup>();
    var environments = targets(environment);
    for (var targets : environments) {
      for (var name : databases(targets, database)) {
        try {
          addresses.addAll(targets.addresses(name.text()));
        } catch (UserException failure) {
          var target = new Target(targets.environment().name(), name);
          checkups.add(notConfigured(target, failure, environment != null));
        }
      }
    }
    var examined = Checkup.of(addresses, expectations());
    if (examined.stream().anyMatch(checkup -> checkup.failure() == null)) {
      var pgDump = installed();
      examined = examined.stream().map(checkup -> with(pgDump, checkup)).toList();
    }
    checkups.addAll(examined.stream().map(checkup -> withEvidence(environments, checkup)).toList());
    checkups.sort(ORDER);
    return new DatabaseReport.Examined(checkups);
  }

  private static Checkup withEvidence(List<Targets> environments, Checkup checkup) {
    if (checkup.failure() != null) {
      return checkup;
    }
    var diagnoses = new ArrayList<>(checkup.diagnoses());
    environments.stream()
        .filter(t -> t.environment().name().equals(checkup.target().environment()))
        .flatMap(t -> EvidenceCheckup.of(t).of(checkup.target().database()).stream())
        .forEach(diagnoses::add);
    return new Checkup(checkup.target(), checkup.postgres(), diagnoses, null);
  }

  private List<Targets> targets(@Nullable String environment) {
    return environment == null
        ? project.ownership().environments().stream().map(e -> targetsOf(e.name().text())).toList()
        : List.of(targetsOf(environment));
  }

  private Targets targetsOf(String environment) {
    return Targets.of(project, environment, surroundings);
  }

  private static List<DatabaseName> databases(Targets targets, @Nullable String database) {
    return database == null
        ? List.copyOf(targets.environment().urls().keySet())
        : List.of(new DatabaseName(database));
  }

  /// Reports only a warning unless the environment was named: few users have the secrets of all
  /// environments.
  private static Checkup notConfigured(Target target, UserException failure, boolean isMeant) {
    if (isMeant) {
      return new Checkup(target, 0, List.of(), failure);
    }
    var message = Objects.toString(failure.getMessage(), "");
    var diagnosis = Diagnosis.warning("connection", message, failure.advice());
    return new Checkup(target, 0, List.of(diagnosis), null);
  }

  private Expectations expectations() {
    var map = project.ownership().map();
    var postgres =
        map.databases().stream().collect(Collectors.toMap(Database::name, Database::postgres));
    var searchPaths =
        map.databases().stream().collect(Collectors.toMap(Database::name, Database::searchPath));
    var services = map.services().stream().map(Service::name).collect(Collectors.toSet());
    var roles =
        map.services().stream()
            .map(Service::role)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    var wait = project.ownership().policies().connectWait();
    var display = RunSettings.Log.TEXT.display(surroundings);
    var patience =
        new Patience(wait, waiting -> display.accept(new RunEvent.ConnectionAwaited(waiting)))
            .atMost(PATIENCE);
    return new Expectations(postgres, searchPaths, services, roles, surroundings.clock(), patience);
  }

  /// @param version null where there is none
  private record Installed(@Nullable String version, String message, String advice) {}

  private static Checkup with(Installed pgDump, Checkup checkup) {
    if (checkup.failure() != null) {
      return checkup;
    }
    var diagnoses = new ArrayList<>(checkup.diagnoses());
    diagnoses.add(diagnosis(pgDump, checkup.postgres()));
    return new Checkup(checkup.target(), checkup.postgres(), diagnoses, null);
  }

  /// Asked once: it starts a program.
  private Installed installed() {
    try {
      return new Installed(PgDump.find(surroundings.environment()).version(), "", "");
    } catch (UserException failure) {
      return new Installed(null, Objects.toString(failure.getMessage(), ""), failure.advice());
    }
  }

  private static Diagnosis diagnosis(Installed pgDump, int server) {
    var version = pgDump.version();
    if (version == null) {
      return Diagnosis.warning("pg_dump", pgDump.message(), pgDump.advice());
    }
    var major = Integer.parseInt(version.replaceFirst("\\D.*", ""));
    return major >= server
        ? Diagnosis.ok("pg_dump", version)
        : Diagnosis.warning(
            "pg_dump",
            "%s cannot dump a server of version %d, so deed drift reads its catalogs instead"
                .formatted(version, server),
            "install pg_dump %d or newer, or set DEED_PG_DUMP to one".formatted(server));
  }
}
