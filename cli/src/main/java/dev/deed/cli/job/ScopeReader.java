package dev.deed.cli.job;

import dev.deed.cli.host.Git;
import dev.deed.cli.host.GitPlaces;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Migration;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the migrations that the command line names.
public record ScopeReader(Project project, Surroundings surroundings) {

  public Scope scope(List<Path> files, @Nullable String base) {
    if (!files.isEmpty()) {
      return Scope.of(named(files));
    }
    return base == null
        ? Scope.ALL
        : Scope.since(
            new Git(project.base(), new GitPlaces(surroundings)).base(base, this::isOfTool));
  }

  /// Tools' migrations may be programs, and their order may be in files of other kinds.
  private boolean isOfTool(SourceFile file) {
    var path = real(pathOf(file));
    return project.layout().tools().stream().anyMatch(tool -> path.startsWith(real(tool.folder())));
  }

  private Set<SourceFile> named(List<Path> files) {
    var all =
        project.migrations().all().stream()
            .flatMap(migration -> filesOf(migration).stream())
            .collect(Collectors.toSet());
    var found = new HashSet<SourceFile>();
    for (var file : files) {
      var path = real(surroundings.workingDirectory().resolve(file));
      var meant = all.stream().filter(f -> real(pathOf(f)).startsWith(path)).toList();
      if (meant.isEmpty()) {
        throw new NotAMigration(file);
      }
      found.addAll(meant);
    }
    return found;
  }

  private static Set<SourceFile> filesOf(Migration migration) {
    var down = migration.down();
    return down == null
        ? Set.of(migration.file())
        : Set.copyOf(List.of(migration.file(), down.file()));
  }

  private Path pathOf(SourceFile file) {
    return project.base().resolve(file.path());
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// A named file is not one of the project's migrations.
  private static final class NotAMigration extends UserException {

    private static final long serialVersionUID = 1L;

    NotAMigration(Path file) {
      super(
          "%s is not a migration of this project and not a folder of migrations".formatted(file),
          "use deed lint %s for other SQL files".formatted(file));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
