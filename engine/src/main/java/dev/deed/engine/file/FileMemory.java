package dev.deed.engine.file;

import dev.deed.engine.RememberedFile;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers a project's files from the last run, so that unchanged files need not be opened. If
/// the memory is lost, damaged or not writable, all files are read, and the results are the same.
public final class FileMemory {

  /// Remembers nothing.
  public static final FileMemory NONE = new FileMemory(null, "", Instant.MIN);

  /// A file that changes twice within one tick of its file system's clock looks as if it had
  /// changed once: a file younger than the longest tick is not remembered.
  private static final Duration TICK = Duration.ofSeconds(2);

  /// Must be raised when `Sections` or `RememberedFile` interpret the same file differently.
  private static final int FORMAT = 3;

  private final @Nullable Path place;
  private final String header;
  private final Instant settled;
  private final Map<String, String> before = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private boolean hasNews;

  private FileMemory(@Nullable Path place, String header, Instant now) {
    this.place = place;
    this.header = header;
    this.settled = place == null ? now : now.minus(TICK);
  }

  /// @param place a file that may be missing
  /// @param program the version of deed: another version may interpret files differently
  /// @param now a time before the first file is inspected
  public static FileMemory at(Path place, String program, Instant now) {
    var memory = new FileMemory(place, "deed files " + FORMAT + " " + program, now);
    try {
      memory.read(Files.readString(place));
    } catch (IOException e) {
      // There is none yet, or it cannot be read.
    }
    return memory;
  }

  private void read(String text) {
    if (text.startsWith(header + "\n")) {
      for (var start = header.length() + 1; start < text.length(); ) {
        var end = text.indexOf('\n', start);
        var line = text.substring(start, end < 0 ? text.length() : end);
        before.put(line.substring(0, Math.max(0, line.indexOf('\t'))), line);
        start += line.length() + 1;
      }
    }
  }

  Optional<FileStamp> stampOf(Path path) {
    return place == null ? Optional.empty() : FileStamp.of(path);
  }

  Optional<RememberedFile> find(SourceFile file, FileStamp stamp) {
    var line = before.getOrDefault(file.path(), "");
    var same = sameFile(file, stamp);
    if (!line.startsWith(same)) {
      return Optional.empty();
    }
    return RememberedFile.of(line.substring(same.length()));
  }

  /// The file was found, and is remembered as it was.
  void keepAgain(SourceFile file) {
    lines.add(before.getOrDefault(file.path(), ""));
  }

  void keep(FileStamp stamp, MigrationFile file) {
    var path = file.file().path();
    var isLine = path.indexOf('\t') < 0 && path.indexOf('\n') < 0;
    if (isLine && stamp.changed().isBefore(settled)) {
      remembered(file)
          .ifPresent(remembered -> {
            lines.add(sameFile(file.file(), stamp) + remembered.text());
            hasNews = true;
          });
    }
  }

  private static String sameFile(SourceFile file, FileStamp stamp) {
    return file.path() + "\t" + stamp.text() + "\t";
  }

  /// Saves for the next run. A failure to write only costs that run a few milliseconds.
  public void save() {
    if (place == null || !hasNews) {
      return;
    }
    var written = place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(written.toAbsolutePath().getParent());
      Files.writeString(written, header + "\n" + String.join("\n", lines) + "\n");
      Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      written.toFile().delete();
    }
  }

  private static Optional<RememberedFile> remembered(MigrationFile file) {
    var text = file.text();
    return RememberedFile.isPossible(text)
        ? Optional.of(
            RememberedFile.of(
                file.up(), text, file.hasDown(), file.isDownCommented(), file.isAlone()))
        : Optional.empty();
  }
}
