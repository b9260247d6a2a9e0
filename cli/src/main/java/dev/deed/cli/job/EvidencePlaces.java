package dev.deed.cli.job;

import dev.deed.cli.host.EvidenceFile;
import dev.deed.cli.host.Person;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.evidence.EvidenceStore;
import dev.deed.engine.evidence.EvidenceTable;
import dev.deed.ownership.EvidencePlace;
import dev.deed.ownership.UrlTemplate;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Where evidence about migrations is kept: what the command line or the ownership file names, else
/// `deed.evidence` of the database that the migration is for.
public final class EvidencePlaces {

  private final Project project;
  private final Surroundings surroundings;
  private final @Nullable Targets targets;
  private final Map<DatabaseName, EvidenceStore> known = new ConcurrentHashMap<>();

  /// @param targets the environment that is asked; null for none
  public EvidencePlaces(Project project, Surroundings surroundings, @Nullable Targets targets) {
    this.project = project;
    this.surroundings = surroundings;
    this.targets = targets;
  }

  public static EvidencePlaces of(Targets targets) {
    return new EvidencePlaces(targets.project(), targets.surroundings(), targets);
  }

  /// @param file of the command line; null where it names none
  public static EvidencePlaces of(Targets targets, @Nullable Path file) {
    var surroundings = targets.surroundings();
    var project = targets.project().withEvidence(file, surroundings.workingDirectory());
    return new EvidencePlaces(project, surroundings, targets);
  }

  /// Whether the command line or the ownership file names the place.
  public boolean isNamed() {
    return project.ownership().policies().evidence() != null;
  }

  /// For the migrations of a database; empty where there is no place.
  ///
  /// @throws UserException if the place is not usable: a variable or a URL is missing
  public Optional<EvidenceStore> of(DatabaseName database) {
    var store = known.get(database);
    if (store == null) {
      store = open(database);
      if (store != null) {
        known.put(database, store);
      }
    }
    return Optional.ofNullable(store);
  }

  private @Nullable EvidenceStore open(DatabaseName database) {
    var named = project.ownership().policies().evidence();
    return switch (named) {
      case null -> targets == null ? null : table(targets, database);
      case EvidencePlace.InFile(var path, _) -> file(resolved(path));
      case EvidencePlace.InDatabase(var environment, var of) ->
          table(Targets.of(project, environment.text(), surroundings), of == null ? database : of);
    };
  }

  private EvidenceStore file(String name) {
    var person = Person.of(surroundings);
    return new EvidenceFile(
        name,
        project.base().resolve(name),
        surroundings.clock(),
        person.isEmpty() ? "unknown" : person);
  }

  private static EvidenceStore table(Targets targets, DatabaseName database) {
    return new EvidenceTable(targets.address(database.text()), targets.patience());
  }

  private String resolved(String path) {
    var matcher = UrlTemplate.VARIABLE.matcher(path);
    return matcher.replaceAll(variable -> {
      var value = surroundings.environment().getOrDefault(variable.group(1), "");
      var fallback = variable.group(2);
      if (value.isEmpty() && fallback == null) {
        throw new NotSet(variable.group(1));
      }
      return Matcher.quoteReplacement(value.isEmpty() ? fallback : value);
    });
  }

  /// The file of the evidence needs an environment variable.
  static final class NotSet extends UserException {

    private static final long serialVersionUID = 1L;

    NotSet(String name) {
      super(
          "policies.evidence: the environment variable %s is not set".formatted(name),
          "export %s=evidence.jsonl, or name the file: --evidence FILE".formatted(name));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
