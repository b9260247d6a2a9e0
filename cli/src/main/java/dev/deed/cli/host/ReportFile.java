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

/// A file that a report is written to, at once or not at all: whoever reads it never finds half of
/// one.
///
/// @param name as the user typed it
/// @param path absolute, and the file itself where `name` is a link to it
public record ReportFile(String name, Path path) {

  public static ReportFile named(String name, Path here) {
    var path = here.resolve(name).toAbsolutePath().normalize();
    try {
      return new ReportFile(name, isOfTheSystem(path) ? path : path.toRealPath());
    } catch (IOException notThereYet) {
      return new ReportFile(name, path);
    }
  }

  /// Before the work begins, as far as it can be known then.
  public void check() {
    if (Files.isDirectory(path)) {
      throw new NotWritable("cannot write %s: it is a folder".formatted(name), "name a file in it");
    }
    var folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new NotWritable(
          "cannot write %s: its folder is not there".formatted(name),
          "mkdir -p " + Objects.requireNonNullElse(Path.of(name).getParent(), folder));
    }
    if (!Files.isWritable(Files.exists(path) && !isReplaceable() ? path : folder)) {
      throw new NotWritable(
          "cannot write %s: you may not".formatted(name), "name a file that you may write");
    }
  }

  /// @return why it could not be written
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
              "the report in it, if there is one, is an old one"));
    }
  }

  /// Pipes and devices, `/dev/stderr` among them, stay what they are.
  private boolean isReplaceable() {
    return !isOfTheSystem(path) && (!Files.exists(path) || Files.isRegularFile(path));
  }

  private static boolean isOfTheSystem(Path path) {
    return path.startsWith("/dev") || path.startsWith("/proc");
  }

  /// The file that is there stays whole until the new one is.
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

  /// A report that has no place to go to.
  public static final class NotWritable extends UserException {

    private static final long serialVersionUID = 1L;

    NotWritable(String message, String advice) {
      super(message, advice);
    }

    public static NotWritable onStandardOutput(IOException cause) {
      return new NotWritable(
          "cannot write to standard output: " + FileTrouble.reason(cause),
          "what came out is not all of it: make room, and run the command again");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
