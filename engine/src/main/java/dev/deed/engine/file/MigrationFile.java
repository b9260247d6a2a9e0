package dev.deed.engine.file;

import dev.deed.engine.RememberedFile;
import dev.deed.engine.Section;
import dev.deed.engine.Sections;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One file of a migration. What is remembered of it saves opening the file until its text is
/// needed.
public final class MigrationFile {

  private final SourceFile file;
  private final Supplier<String> reading;
  private final @Nullable RememberedFile remembered;
  private @Nullable String text;
  private @Nullable Sections sections;
  private @Nullable Section up;

  private MigrationFile(
      SourceFile file, Supplier<String> reading, @Nullable RememberedFile remembered) {
    this.file = file;
    this.reading = reading;
    this.remembered = remembered;
  }

  static MigrationFile read(SourceFile file, String text) {
    return new MigrationFile(file, () -> text, null);
  }

  /// @param stamp with which it was found now, and remembered
  static MigrationFile unread(
      SourceFile file, Path path, FileStamp stamp, RememberedFile remembered) {
    return new MigrationFile(file, () -> same(file, path, stamp), remembered);
  }

  private static String same(SourceFile file, Path path, FileStamp stamp) {
    try {
      var text = MigrationFiles.text(Files.readAllBytes(path));
      if (FileStamp.of(path).equals(Optional.of(stamp))) {
        return text;
      }
    } catch (IOException e) {
      throw new FileChanged(file, e);
    }
    throw new FileChanged(file, null);
  }

  SourceFile file() {
    return file;
  }

  public synchronized String text() {
    var known = text == null ? reading.get() : text;
    text = known;
    return known;
  }

  public boolean hasDown() {
    return remembered == null ? sections().down() != null : remembered.hasDown();
  }

  public boolean isDownCommented() {
    return remembered == null ? sections().commented() : remembered.commented();
  }

  public boolean isAlone() {
    return remembered == null ? sections().alone() : remembered.alone();
  }

  public synchronized Section up() {
    var known = up == null ? new Section(file, () -> sections().up(), remembered) : up;
    up = known;
    return known;
  }

  /// Only if the file has one.
  Section down() {
    return new Section(
        file, () -> Optional.ofNullable(sections().down()).orElseThrow(), remembered);
  }

  /// A file that is a down and nothing else.
  Section whole() {
    return new Section(file, this::text, remembered);
  }

  private synchronized Sections sections() {
    var known = sections == null ? Sections.of(text()) : sections;
    sections = known;
    return known;
  }
}
