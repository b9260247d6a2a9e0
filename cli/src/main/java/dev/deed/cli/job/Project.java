package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.Migrations;
import dev.deed.engine.file.FileMemory;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.file.RepositoryBoundary;
import dev.deed.ownership.Database;
import dev.deed.ownership.EvidencePlace;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.project.ProjectFolders;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A project: `schema-ownership.yaml` and its migration folders.
///
/// @param base the folder of the ownership file; displayed paths are relative to it
/// @param fingerprint of the ownership file's bytes, as they were read
public record Project(Path base, OwnershipFile ownership, String fingerprint) {

  private static final String FILE = "schema-ownership.yaml";

  /// Runs `work` on the project that the command line selects. If the ownership file has mistakes,
  /// they are the whole report, since nothing can be decided without it.
  ///
  /// @param named the ownership file, null where it is to be found
  public static Report in(
      Surroundings surroundings, @Nullable Path named, Function<Project, Report> work) {
    var project = open(surroundings, named).on(surroundings.clock());
    var problems = project.ownership.problems();
    return has(Severity.ERROR, problems)
        ? new FindingReport.Unreadable(problems, project.ownershipSource())
        : work.apply(project);
  }

  /// For a job that goes on without it: null if there is no ownership file, or it has mistakes.
  public static @Nullable Project ifReadable(Surroundings surroundings, @Nullable Path named) {
    try {
      if (named == null && !isFound(surroundings)) {
        return null;
      }
      var project = open(surroundings, named).on(surroundings.clock());
      return has(Severity.ERROR, project.ownership.problems()) ? null : project;
    } catch (UserException unreadable) {
      return null;
    }
  }

  /// Grants that have ended are not in force.
  private Project on(Clock clock) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Project(base, ownership.on(today), fingerprint);
  }

  /// The same, with evidence kept in a file of the command line.
  ///
  /// @param file null to keep it where the ownership file says
  /// @param here the folder that the file's name is relative to
  public Project withEvidence(@Nullable Path file, Path here) {
    if (file == null) {
      return this;
    }
    var path = here.resolve(file).toAbsolutePath().normalize();
    var shown = path.startsWith(base) ? base.relativize(path) : path;
    return new Project(
        base,
        ownership.withEvidence(new EvidencePlace.InFile(shown.toString(), true)),
        fingerprint);
  }

  /// Whether there is an ownership file in this folder or in a parent of it.
  public static boolean isFound(Surroundings surroundings) {
    return Files.exists(nearest(surroundings.workingDirectory()));
  }

  private static Project open(Surroundings surroundings, @Nullable Path named) {
    var here = surroundings.workingDirectory();
    var path = named == null ? nearest(here) : here.resolve(named);
    var base = path.toAbsolutePath().normalize().getParent();
    // Displayed like all other files; a missing file is displayed as the user typed it.
    var shown = named == null || Files.isRegularFile(path) ? path.getFileName() : named;
    var folder = base == null ? here : base;
    if (Files.isSymbolicLink(path) && !RepositoryBoundary.around(folder).holds(path)) {
      throw new LinkedOut(shown);
    }
    var before = fingerprint(path);
    var ownership = OwnershipFile.read(path, new SourceFile(shown.toString().replace('\\', '/')));
    // A file that is written meanwhile must not pass for what was read.
    var isSame = before.equals(fingerprint(path));
    return new Project(folder, ownership, isSame ? before : UUID.randomUUID().toString());
  }

  private static String fingerprint(Path file) {
    try {
      // The reader refuses pipes and devices: they are never opened here.
      if (!Files.isRegularFile(file)) {
        return UUID.randomUUID().toString();
      }
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      return UUID.randomUUID().toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Searches this folder and its parents, as git does.
  private static Path nearest(Path here) {
    for (var folder = here.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve(FILE);
      if (Files.exists(file)) {
        return file;
      }
    }
    return here.resolve(FILE);
  }

  static boolean has(Severity severity, List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == severity);
  }

  public Migrations migrations() {
    return scoped(MigrationFolder.read(layout()));
  }

  /// @param memory of files that do not have to be read again
  public Migrations migrations(FileMemory memory) {
    return scoped(MigrationFolder.read(layout(), memory));
  }

  private Migrations scoped(Migrations migrations) {
    var map = ownership.map();
    return map.scopes().isEmpty() ? migrations : migrations.with(new ScopeClosure(map, migrations));
  }

  /// The migration folders of its databases and services.
  public Layout layout() {
    return new ProjectFolders(base).layout(ownership);
  }

  /// @param name null where there is only one
  Database database(@Nullable String name) {
    var map = ownership.map();
    var all = map.databases().stream().map(d -> d.name().text()).toList();
    if (name != null) {
      return map.databaseNamed(new DatabaseName(name))
          .orElseThrow(() -> new Targets.NoSuch("database", name, all));
    }
    if (all.size() != 1) {
      throw new Targets.NotNamed(new EnvironmentName("the ownership file"), all);
    }
    return map.databases().iterator().next();
  }

  Sources ownershipSource() {
    return new Sources(Map.of(ownership.file(), textOf(ownership.file())), base);
  }

  /// Reads a file of the repository, but no pipe, no device and nothing that a link leads out to.
  byte[] read(Path path) throws IOException {
    return RepositoryBoundary.around(base).read(path);
  }

  /// The text on disk, to display a line of it; empty if it cannot be read.
  String textOf(SourceFile file) {
    try {
      var bytes = read(base.resolve(file.path()));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /// The ownership file is a link to a file outside of the repository.
  static final class LinkedOut extends UserException {

    private static final long serialVersionUID = 1L;

    LinkedOut(Path shown) {
      super(
          "%s is a link out of the repository, so it is not read".formatted(shown),
          "replace the link by the file, or name the file itself");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
