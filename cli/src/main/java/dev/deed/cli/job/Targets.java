package dev.deed.cli.job;

import dev.deed.cli.host.EnvironmentFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Goal;
import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Address.Expected;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.RunEvent;
import dev.deed.engine.run.RunPolicy;
import dev.deed.ownership.Environment;
import dev.deed.ownership.UrlTemplate;
import dev.deed.project.RunPolicies;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Nearest;
import dev.deed.sql.UserException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The databases of one environment, with their connection URLs.
///
/// @param log format of what is told while a server does not answer
public record Targets(
    Project project, Environment environment, Surroundings surroundings, RunSettings.Log log) {

  private static final String ENV = ".env";

  public static Targets of(Project project, String environment, Surroundings surroundings) {
    var name = new EnvironmentName(environment);
    var found =
        project
            .ownership()
            .environmentNamed(name)
            .orElseThrow(() -> NoSuch.environment(project, environment));
    return new Targets(project, found, surroundings, RunSettings.Log.TEXT);
  }

  /// @param names empty for all environments
  public static List<Targets> several(
      Project project, List<String> names, Surroundings surroundings) {
    var all = names.isEmpty() ? environments(project) : names.stream().distinct().toList();
    if (all.isEmpty()) {
      throw new NoSuch();
    }
    return all.stream().map(name -> of(project, name, surroundings)).toList();
  }

  Targets logging(RunSettings.Log newLog) {
    return new Targets(project, environment, surroundings, newLog);
  }

  /// Another environment of the same project.
  Targets in(EnvironmentName other) {
    return of(project, other.text(), surroundings).logging(log);
  }

  /// With servers that are asked before or without a run.
  Patience patience() {
    var display = log.display(surroundings);
    return new Patience(
        policy().waits().connect(),
        waiting -> display.accept(new RunEvent.ConnectionAwaited(waiting)));
  }

  private static List<String> environments(Project project) {
    return project.ownership().environments().stream().map(e -> e.name().text()).toList();
  }

  /// @param database the only database, or null for all
  public List<Address> addresses(@Nullable String database) {
    if (database == null) {
      return all();
    }
    var name = new DatabaseName(database);
    if (environment.urlOf(name).isEmpty()) {
      var known = environment.urls().keySet().stream().map(DatabaseName::text).toList();
      throw new NoSuch("database with a URL in " + environment.name(), database, known);
    }
    return List.of(address(name));
  }

  /// The addresses that a goal applies to; a version selects a single database.
  public List<Address> addresses(@Nullable String database, Goal goal) {
    return goal instanceof Goal.At ? List.of(address(database)) : addresses(database);
  }

  /// Other databases that a migration of the selected ones requires.
  List<Address> requiredBy(List<Address> addresses, Migrations migrations) {
    return outside(
        addresses,
        migrations.all().stream()
            .filter(m -> isAmong(addresses, m.name().database()))
            .flatMap(m -> m.requires().stream()));
  }

  /// The same for the migrations of a plan.
  List<Address> requiredBy(List<Address> addresses, Plan plan) {
    return outside(addresses, plan.moves().stream().flatMap(m -> m.requiredElsewhere().stream()));
  }

  private List<Address> outside(List<Address> addresses, Stream<Requirement> requirements) {
    return requirements
        .map(Requirement::database)
        .filter(d -> !isAmong(addresses, d) && environment.urlOf(d).isPresent())
        .distinct()
        .map(this::address)
        .toList();
  }

  private static boolean isAmong(List<Address> addresses, DatabaseName database) {
    return addresses.stream().anyMatch(a -> a.target().database().equals(database));
  }

  /// The only selected database; a version cannot be applied to several.
  Address address(@Nullable String database) {
    var addresses = addresses(database);
    if (addresses.size() != 1) {
      var known = addresses.stream().map(a -> a.target().database().text()).toList();
      throw new NotNamed(environment.name(), known);
    }
    return addresses.getFirst();
  }

  /// All addresses; mistakes in several URLs are reported together.
  private List<Address> all() {
    var addresses = new ArrayList<Address>();
    var wrong = new ArrayList<UserException>();
    for (var database : environment.urls().keySet()) {
      try {
        addresses.add(address(database));
      } catch (UserException failure) {
        wrong.add(failure);
      }
    }
    if (!wrong.isEmpty()) {
      throw wrong.size() == 1 ? wrong.getFirst() : new UrlsNotUsable(wrong);
    }
    return addresses;
  }

  private Address address(DatabaseName database) {
    var target = new Target(environment.name(), database);
    var template = environment.urlOf(database).orElseThrow();
    var variables = surroundings.environment();
    var url = resolved(template);
    try {
      return new Address(target, ConnectionUrl.parse(url, variables), expected(database));
    } catch (UserException failure) {
      throw new UrlsNotUsable(template + ": " + target.words() + ": ", failure);
    }
  }

  private String resolved(UrlTemplate template) {
    try {
      return template.resolve(surroundings.environment());
    } catch (UrlTemplate.VariableNotSet failure) {
      if (isInFile(failure.variable())) {
        throw new UrlsNotUsable(
            String.valueOf(failure.getMessage()),
            "add --env-file %s, which sets %s".formatted(ENV, failure.variable()));
      }
      throw failure;
    }
  }

  /// deed does not read the file by itself: what is in it would decide about what is changed.
  private boolean isInFile(String variable) {
    var file = surroundings.workingDirectory().resolve(ENV);
    try {
      return Files.isRegularFile(file)
          && EnvironmentFile.read(file).variables().containsKey(variable);
    } catch (UserException e) {
      return false;
    }
  }

  private Expected expected(DatabaseName database) {
    return environment
        .expectationOf(database)
        .map(e -> new Expected(e.host(), e.database()))
        .orElse(Expected.ANYTHING);
  }

  public RunPolicy policy() {
    return policy(null, null);
  }

  /// @param wait how long to wait for another run, or null for the ownership file's value
  /// @param cancelBlockers see `RunPolicy`
  public RunPolicy policy(@Nullable Duration wait, @Nullable Duration cancelBlockers) {
    var declared = RunPolicies.of(project.ownership());
    var policy = wait == null ? declared : declared.withRunWait(wait);
    return policy.withCancelBlockers(cancelBlockers);
  }

  /// Invalid connection URLs, with their place in the ownership file.
  static final class UrlsNotUsable extends UserException {

    private static final long serialVersionUID = 1L;

    UrlsNotUsable(String message, String advice) {
      super(message, advice);
    }

    UrlsNotUsable(String place, UserException cause) {
      super(place + cause.getMessage(), cause.advice(), cause);
    }

    UrlsNotUsable(List<UserException> all) {
      super(
          all.stream().map(UserException::getMessage).collect(Collectors.joining("\n")),
          all.stream().map(UserException::advice).distinct().collect(Collectors.joining("\n")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// A name on the command line that is not in the ownership file.
  public static final class NoSuch extends UserException {

    private static final long serialVersionUID = 1L;

    NoSuch() {
      super("the ownership file has no environments", "declare one: " + form("local", "main"));
    }

    private NoSuch(String message, String advice) {
      super(message, advice);
    }

    private static NoSuch environment(Project project, String name) {
      var known = environments(project);
      var databases = project.ownership().map().databases();
      var database = databases.stream().findFirst().map(d -> d.name().text()).orElse("main");
      var declared = "declare it in the ownership file: " + form(name, database);
      return new NoSuch(
          "there is no environment named " + name,
          known.isEmpty() ? declared : advice("environment", name, known) + "\nor " + declared);
    }

    /// What to write for an environment, on one line of YAML.
    private static String form(String environment, String database) {
      var variable = (environment + "_" + database + "_URL").toUpperCase(Locale.ROOT);
      return "environments: {%s: {urls: {%s: \"${%s}\"}}}"
          .formatted(environment, database, variable.replaceAll("[^A-Z0-9_]", "_"));
    }

    public NoSuch(String what, String name, List<String> known) {
      super("there is no %s named %s".formatted(what, name), advice(what, name, known));
    }

    private static String advice(String what, String name, List<String> known) {
      if (known.isEmpty()) {
        return switch (what) {
          case "changeover" -> "no migration begins one; deed expand writes them";
          case "version" -> "there are no migrations yet; deed new writes one";
          default -> "the ownership file does not define any";
        };
      }
      var there = "known names: " + String.join(", ", known);
      return Nearest.of(name, known).map("did you mean %s? "::formatted).orElse("") + there;
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// Several databases are selected, and the command works on one.
  public static final class NotNamed extends UserException {

    private static final long serialVersionUID = 1L;

    public NotNamed(EnvironmentName environment, List<String> known) {
      super(
          "%s has %d databases; choose one with --database".formatted(environment, known.size()),
          known.stream().map(d -> "--database " + d).collect(Collectors.joining(" or ")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
