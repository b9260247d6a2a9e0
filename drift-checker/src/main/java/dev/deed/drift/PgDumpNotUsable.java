package dev.deed.drift;

import dev.deed.sql.UserException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The option or variable that should name a `pg_dump` does not name a usable one.
public final class PgDumpNotUsable extends UserException {

  private static final long serialVersionUID = 1L;

  PgDumpNotUsable(String variable, String path) {
    super(
        "%s is %s, but %s".formatted(variable, path, reason(path)),
        variable.startsWith("--")
            ? "give the path of a pg_dump, or leave the option out: the newest one found is used"
            : "set %s to the path of a pg_dump, or unset it to use the newest one found"
                .formatted(variable));
  }

  private static String reason(String path) {
    try {
      var file = Path.of(path);
      if (!Files.exists(file)) {
        return "there is no such file";
      }
      if (Files.isDirectory(file)) {
        return "it is a folder";
      }
      return Files.isExecutable(file)
          ? "it does not answer --version as pg_dump does"
          : "it cannot be executed";
    } catch (InvalidPathException e) {
      return "it is not a valid path";
    }
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
