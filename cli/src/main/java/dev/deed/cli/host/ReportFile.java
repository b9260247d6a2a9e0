package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/// A file that a report is written to atomically, so that no reader finds half a report.
///
/// @param name as the user typed it
/// @param path absolute; the target if `name` is a symbolic link
public record ReportFile(String name, Path path) {

  public static ReportFile named(String name, Path here) {
    var path = here.resolve(name).toAbsolutePath().normalize();
    try {
      return new ReportFile(name, isOfTheSystem(path) ? path : path.toRealPath());
    } catch (IOException notThereYet) {
      return new ReportFile(name, path);
    }
  }

  /// Checks before the work begins whether the file can be written, if that is known by then.
  public void check() {
    if (Files.isDirectory(path)) {
      throw new NotWritable("cannot write %s: it is a folder".formatted(name), "name a file in it");
    }
    var folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new NotWritable(
          "cannot write %s: its folder does not exist".formatted(name),
          "mkdir -p " + Objects.requireNonNullElse(Path.of(name).getParent(), folder));
    }
    if (!Files.isWritable(Files.exists(path) && !isReplaceable() ? path : folder)) {
      throw new NotWritable(
          "cannot write %s: permission denied".formatted(name), "name a file that you can write");
    }
  }

  /// @return why the file could not be written
  public Optional<NotWritable> write(String text) {
    try {
      if (isReplaceable()) {
        replace(text);
      } else {
        Files.writeString(path, text, UTF_8, StandardOpenOption.APPEND);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new NotWritable(
              "cannot write %s: %s".formatted(name, FileTrouble.reason(e)),
              "if the file contains a report, that report is out of date"));
    }
  }

  /// False for pipes and devices such as `/dev/stderr`, which are written to directly.
  private boolean isReplaceable() {
    return !isOfTheSystem(path) && (!Files.exists(path) || Files.isRegularFile(path));
  }

  private static boolean isOfTheSystem(Path path) {
    return path.startsWith("/dev") || path.startsWith("/proc");
  }

  /// Keeps the old file complete until the new one is complete.
  public void replace(String text) throws IOException {
    var draft = folder().resolve(".%s.%d.tmp".formatted(path.getFileName(), System.nanoTime()));
    try {
      Files.writeString(draft, text, UTF_8, StandardOpenOption.CREATE_NEW);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(path.getParent(), "only a folder has no parent");
  }

  /// A report could not be written.
  public static final class NotWritable extends UserException {

    private static final long serialVersionUID = 1L;

    NotWritable(String message, String advice) {
      super(message, advice);
    }

    public static NotWritable onStandardOutput(IOException cause) {
      return new NotWritable(
          "cannot write to standard output: " + FileTrouble.reason(cause),
          "the output is incomplete: free some space and run the command again");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
