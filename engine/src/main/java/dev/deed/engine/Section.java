package dev.deed.engine;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The up or the down part of a migration: the file's text with everything else blanked, so that
/// places in it are places in the file. Read only when somebody asks: most files of most runs are
/// applied already, and their checksum is all that is wanted.
public final class Section {

  private final SourceFile file;
  private final String text;
  private final boolean addressesDeed;
  private @Nullable Script script;
  private @Nullable Checksum checksum;

  public Section(SourceFile file, String text) {
    this.file = file;
    this.text = text;
    this.addressesDeed = text.contains("deed:");
  }

  /// What a file does on the way up: all of it, where it has no down section.
  public static Section up(SourceFile file, String text) {
    return new Section(file, Sections.of(text).up());
  }

  /// The way back that the same file holds.
  public static Optional<Section> down(SourceFile file, String text) {
    return Optional.ofNullable(Sections.of(text).down()).map(down -> new Section(file, down));
  }

  /// Another tool's marker says that the file must not run in a transaction.
  public static boolean isAlone(String text) {
    return Sections.of(text).alone();
  }

  public SourceFile file() {
    return file;
  }

  public String text() {
    return text;
  }

  /// Whether it may hold a directive of that name.
  boolean mentions(String directive) {
    return addressesDeed && text.contains(directive);
  }

  public synchronized Script script() {
    if (script == null) {
      script = ScriptReader.read(file, text);
    }
    return script;
  }

  public synchronized Checksum checksum() {
    if (checksum == null) {
      checksum = Checksum.of(text);
    }
    return checksum;
  }

  /// Without the blanks before and behind the statements, but with the lines before them: what the
  /// history keeps. Places in it are still places in the file.
  public String kept() {
    var first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    var lineStart = text.lastIndexOf('\n', first) + 1;
    var lines = text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return "\n".repeat((int) lines) + text.substring(Math.min(lineStart, first)).stripTrailing();
  }

  @Override
  public String toString() {
    return file.path();
  }
}
