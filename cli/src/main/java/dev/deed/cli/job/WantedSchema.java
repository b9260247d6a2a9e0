package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.Side;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.MigrationsRefused;
import dev.deed.engine.Section;
import dev.deed.engine.Slug;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.project.ScratchBuild;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A schema that migrations are to lead to: a `.sql` file or a folder of them, a dump, an
/// environment, or the URL of a database that another program has built.
record WantedSchema(Project project, Surroundings surroundings, DatabaseName database) {

  private static final String DUMP = "-- PostgreSQL database dump";

  private static final ServiceName WANTED = new ServiceName("wanted");

  /// @param scratch where SQL is loaded
  Side read(String wanted, Scratch scratch) {
    if (wanted.startsWith("postgres://") || wanted.startsWith("postgresql://")) {
      var url = ConnectionUrl.parse(wanted, surroundings.environment());
      var target = new Target(new EnvironmentName("wanted"), database);
      return live(new Address(target, url), url.toString(), scratch.server().patience());
    }
    var known = project.ownership().environments().stream().map(e -> e.name().text()).toList();
    if (known.contains(wanted)) {
      var targets = Targets.of(project, wanted, surroundings);
      return live(targets.address(database.text()), wanted, targets.patience());
    }
    var path = new DumpPath(surroundings, known);
    var files = files(path, wanted);
    if (files.size() == 1 && files.getFirst().text().contains(DUMP)) {
      return path.read(wanted, null);
    }
    return loaded(wanted, files, scratch);
  }

  private static Side live(Address address, String name, Patience patience) {
    var catalogs = ReadOnlySession.at(address, patience, CatalogSchema::read);
    return Side.ofCatalogs(name, new SourceFile(name), catalogs.sql(), catalogs.postgres());
  }

  private List<SqlFiles.SqlFile> files(DumpPath path, String wanted) {
    var isFolder = Files.isDirectory(surroundings.workingDirectory().resolve(wanted));
    if (!isFolder) {
      path.mustExist(wanted);
    }
    return new SqlFiles(surroundings).read(List.of(Path.of(wanted)));
  }

  /// By the engine, which names the line of a statement that PostgreSQL refuses.
  private Side loaded(String name, List<SqlFiles.SqlFile> files, Scratch scratch) {
    var parts = new ArrayList<Migration>();
    for (var file : files) {
      var slug = Slug.of(file.name().path());
      parts.add(
          new Migration(
              new MigrationName(
                  database,
                  WANTED,
                  new Version(String.valueOf(parts.size() + 1)),
                  slug.isEmpty() ? "wanted" : slug),
              file.name(),
              Section.up(file.name(), file.text()),
              null,
              false,
              Section.isAlone(file.text())));
    }
    try (var build =
        ScratchBuild.of(
            scratch, project.ownership(), new Migrations(parts, List.of()), List.of(database))) {
      return BuiltSide.of(build, name, database);
    } catch (MigrationFailed | MigrationsRefused e) {
      throw new NotLoaded(e, scratch.isOwn());
    }
  }

  /// PostgreSQL refused a statement of the wanted schema.
  static final class NotLoaded extends UserException {

    private static final long serialVersionUID = 1L;

    NotLoaded(UserException cause, boolean isOwn) {
      super(
          "the wanted schema does not load: " + withoutState(String.valueOf(cause.getMessage())),
          isOwn
              ? "correct it; if it needs an extension or a version of PostgreSQL that deed's own server does not have, name another server: --scratch URL"
              : "correct it, or install on the scratch server what it needs",
          cause);
    }

    /// What stays of the file is of no interest: the database is gone.
    private static String withoutState(String message) {
      return message
          .lines()
          .filter(line -> !line.startsWith("Rolled back:"))
          .collect(Collectors.joining("\n"));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
