package dev.deed.engine.file;

import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
import dev.deed.engine.Slug;
import dev.deed.engine.Squash;
import dev.deed.engine.file.NewMigration.NotWritten;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The file, or the pair, that a squash becomes, and the place of those that it replaces.
///
/// @param base the folder that shown paths are relative to
public record SquashedFiles(Path base, Squash squash, String description, String created) {

  public SquashedFiles {
    description = MigrationSeries.usable(description);
  }

  /// A folder that deed and most programs do not look into.
  private static final String ASIDE = ".squashed";

  /// A new file and its text.
  public record File(SourceFile file, String text) {}

  private MigrationName name() {
    var last = squash.parts().getLast().name();
    return new MigrationName(last.database(), last.service(), last.version(), Slug.of(description));
  }

  public List<File> files() {
    var texts = squash.files(description, created);
    var stem = folder() + name().version() + "_" + name().slug();
    var down = texts.down();
    return down == null
        ? List.of(new File(new SourceFile(stem + ".sql"), texts.up()))
        : List.of(
            new File(new SourceFile(stem + ".up.sql"), texts.up()),
            new File(new SourceFile(stem + ".down.sql"), down));
  }

  private String folder() {
    var last = squash.parts().getLast().file().path();
    return last.substring(0, last.lastIndexOf('/') + 1);
  }

  /// The migration that the files make.
  public Migration migration() {
    var files = files();
    var up = files.getFirst();
    var down =
        files.size() > 1
            ? new Section(files.getLast().file(), files.getLast().text())
            : Section.down(up.file(), up.text()).orElse(null);
    return new Migration(
        name(), up.file(), Section.up(up.file(), up.text()), down, down != null, false);
  }

  /// All migrations, with the squash in the place of its parts.
  public Migrations in(Migrations migrations) {
    var old = squash.parts().stream().map(Migration::file).toList();
    var left = migrations.all().stream().filter(m -> !old.contains(m.file()));
    return new Migrations(
        Stream.concat(left, Stream.of(migration())).toList(), migrations.findings());
  }

  /// Old files that are moved aside, as they are now.
  public List<SourceFile> old() {
    return squash.parts().stream()
        .flatMap(part -> {
          var down = part.down();
          return down == null || down.file().equals(part.file())
              ? Stream.of(part.file())
              : Stream.of(part.file(), down.file());
        })
        .toList();
  }

  /// An earlier squash may have left a file of the same name there, which stays.
  private static Path free(Path wanted) {
    var path = wanted;
    for (var i = 2; Files.exists(path); i++) {
      path = wanted.resolveSibling(wanted.getFileName() + "." + i);
    }
    return path;
  }

  /// The new files are complete before an old one is moved, and get their names after that.
  public void write() {
    var written = new ArrayList<Path>();
    try {
      for (var file : files()) {
        var path = base.resolve(file.file().path());
        var draft = path.resolveSibling("." + path.getFileName() + ".new");
        Files.writeString(
            draft,
            file.text(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
        written.add(draft);
      }
      for (var file : old()) {
        var path = base.resolve(file.path());
        var aside = Objects.requireNonNull(path.getParent()).resolve(ASIDE);
        Files.createDirectories(aside);
        Files.move(path, free(aside.resolve(path.getFileName())));
      }
      for (var draft : written) {
        var name = String.valueOf(draft.getFileName());
        Files.move(draft, draft.resolveSibling(name.substring(1, name.length() - ".new".length())));
      }
    } catch (IOException e) {
      throw new NotWritten(new SourceFile(folder()), MigrationFiles.reason(e), e);
    }
  }
}
