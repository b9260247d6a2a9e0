package dev.deed.engine.file;

import dev.deed.engine.MigrationName;
import dev.deed.engine.Slug;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A new migration: its file, with the header that deed reads.
///
/// @param pair the down gets a file of its own
/// @param irreversible why there will be no down, or null
/// @param marks what else is said of it
public record NewMigration(
    DatabaseName database,
    ServiceName service,
    String description,
    boolean pair,
    @Nullable String irreversible,
    Marks marks) {

  /// @param draft it is not ready
  /// @param fixes the earlier version that it corrects, or null
  public record Marks(boolean draft, @Nullable Version fixes) {
    public static final Marks NONE = new Marks(false, null);

    List<String> lines() {
      var lines = new ArrayList<String>();
      if (fixes != null) {
        lines.add("-- deed: fixes " + fixes);
      }
      if (draft) {
        lines.add("-- deed: draft");
      }
      return lines;
    }
  }

  private static final String TEMPLATE = ".template.sql";

  public NewMigration {
    if (Slug.of(description).isEmpty()) {
      throw new NotWritten(
          "the description needs a letter or digit: it becomes the file's name",
          "describe the change: deed new \"add user preferences\"");
    }
    if (irreversible != null && MigrationText.inOneLine(irreversible).isEmpty()) {
      throw new NotWritten(
          "the reason is empty", "give one: --irreversible \"the old values are gone\"");
    }
  }

  /// Writes the file, or the pair. No file is ever overwritten, and two processes that write at the
  /// same moment get two versions.
  public List<SourceFile> write(Layout layout, Instant now) {
    var folder = layout.folder(database);
    var shown = new MigrationFiles(layout.base(), new ArrayList<>());
    try {
      Files.createDirectories(folder);
      try (var reserved = ReservedVersion.in(folder, now)) {
        var name = new MigrationName(database, service, reserved.version(), Slug.of(description));
        return write(folder, name, now).stream().map(shown::sourceFile).toList();
      }
    } catch (IOException e) {
      throw new NotWritten(shown.sourceFile(folder), reason(e, shown), e);
    }
  }

  private static String reason(IOException failure, MigrationFiles shown) {
    return failure instanceof FileAlreadyExistsException taken
        ? shown.sourceFile(Path.of(taken.getFile())) + " already exists"
        : MigrationFiles.reason(failure);
  }

  private List<Path> write(Path folder, MigrationName name, Instant now) throws IOException {
    var text = MigrationText.of(template(folder), name, description, now).with(marks.lines());
    var files = new ArrayList<Path>();
    var stem = folder.resolve(service.text()).resolve(name.version() + "_" + name.slug());
    if (pair) {
      files.add(create(stem + ".up.sql", text.up()));
      files.add(create(stem + ".down.sql", text.down()));
    } else {
      files.add(create(stem + ".sql", text.whole(irreversible)));
    }
    return files;
  }

  /// The team's own template, next to the databases' folders, or the built-in one.
  private static String template(Path folder) throws IOException {
    var own = folder.resolveSibling(TEMPLATE);
    return Files.exists(own) ? Files.readString(own) : MigrationText.TEMPLATE;
  }

  private static Path create(String path, String text) throws IOException {
    var file = Path.of(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }

  /// The file could not be created.
  public static final class NotWritten extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotWritten(String message, String advice) {
      super(message, advice);
    }

    NotWritten(SourceFile folder, String reason, IOException cause) {
      super(
          "no migration could be written in %s: %s".formatted(folder, reason),
          "check that it is a folder and that you may write to it",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
