package dev.deed.engine.file;

import dev.deed.engine.MigrationName;
import dev.deed.engine.Slug;
import dev.deed.engine.Version;
import dev.deed.engine.file.NewMigration.NotWritten;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Several new migrations of one service that belong together, with versions that follow each
/// other.
///
/// @param descriptions of each of them
public record MigrationSeries(
    DatabaseName database, ServiceName service, List<String> descriptions) {

  public MigrationSeries {
    descriptions = descriptions.stream().map(MigrationSeries::usable).toList();
  }

  /// It becomes the file's name, and a line of a comment: a second line would be SQL.
  ///
  /// @throws NotWritten if it has neither a letter nor a digit
  static String usable(String description) {
    if (Slug.of(description).isEmpty()) {
      throw new NotWritten(
          "the description needs a letter or digit: it becomes the file's name",
          "describe the change in a few words: \"add user preferences\"");
    }
    return MigrationText.inOneLine(description);
  }

  /// A file and its text.
  public record File(Version version, SourceFile file, String text) {}

  /// What `write` would write, if no other program writes meanwhile.
  ///
  /// @param texts of the files, from all versions
  public List<File> preview(
      Layout layout, Instant now, Function<List<Version>, List<String>> texts) {
    return preview(layout, now, 0, texts);
  }

  /// The same after other files that are not written either.
  ///
  /// @param earlier how many versions those take
  public List<File> preview(
      Layout layout, Instant now, int earlier, Function<List<Version>, List<String>> texts) {
    return inFolder(
        layout,
        folder -> {
          try (var reserved = Reserved.in(folder, now, earlier + descriptions.size())) {
            var versions = reserved.versions();
            return files(layout, versions.subList(earlier, versions.size()), texts).stream()
                .map(Placed::file)
                .toList();
          }
        });
  }

  /// No file is ever overwritten.
  ///
  /// @param texts of the files, from all versions
  public List<File> write(Layout layout, Instant now, Function<List<Version>, List<String>> texts) {
    return inFolder(
        layout,
        folder -> {
          try (var reserved = Reserved.in(folder, now, descriptions.size())) {
            var files = files(layout, reserved.versions(), texts);
            for (var file : files) {
              Files.createDirectories(Objects.requireNonNull(file.path().getParent()));
              Files.writeString(file.path(), file.file().text(), StandardOpenOption.CREATE_NEW);
            }
            return files.stream().map(Placed::file).toList();
          }
        });
  }

  private record Placed(Path path, File file) {}

  private List<Placed> files(
      Layout layout, List<Version> versions, Function<List<Version>, List<String>> texts) {
    var shown = new MigrationFiles(layout.base(), new ArrayList<>());
    var written = texts.apply(versions);
    var files = new ArrayList<Placed>();
    for (var i = 0; i < versions.size(); i++) {
      var name =
          new MigrationName(database, service, versions.get(i), Slug.of(descriptions.get(i)));
      var path =
          folder(layout)
              .resolve(service.text())
              .resolve(name.version() + "_" + name.slug() + ".sql");
      files.add(
          new Placed(path, new File(versions.get(i), shown.sourceFile(path), written.get(i))));
    }
    return files;
  }

  private Path folder(Layout layout) {
    return layout.folder(database);
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Path folder) throws IOException;
  }

  private <T> T inFolder(Layout layout, Work<T> work) {
    var folder = folder(layout);
    try {
      Files.createDirectories(folder);
      return work.in(folder);
    } catch (IOException e) {
      var shown = new MigrationFiles(layout.base(), new ArrayList<>());
      throw new NotWritten(shown.sourceFile(folder), MigrationFiles.reason(e), e);
    }
  }

  /// Versions one after the other.
  private record Reserved(List<ReservedVersion> all) implements AutoCloseable {

    static Reserved in(Path folder, Instant now, int count) throws IOException {
      var reserved = new Reserved(new ArrayList<>());
      for (var i = 0; i < count; i++) {
        reserved.all.add(ReservedVersion.in(folder, now));
      }
      return reserved;
    }

    List<Version> versions() {
      return all.stream().map(ReservedVersion::version).toList();
    }

    @Override
    public void close() throws IOException {
      for (var version : all) {
        version.close();
      }
    }
  }
}
