package dev.deed.cli.job;

import dev.deed.cli.host.Shell;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Migration;
import dev.deed.engine.tool.OfflineText;
import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Lets tools print the SQL of migrations that are not SQL, and keeps it in the file from which
/// `check` reads it. The commands are those of the ownership file: they are run only when asked
/// for.
public record OfflineSqlRun(Project project, Surroundings surroundings) {

  /// A command with one of these is run once for each migration.
  private static final Pattern OF_ONE = Pattern.compile("\\{(?:app|name|version)}");

  public void run() {
    var migrations = project.migrations().all();
    for (var source : project.layout().tools()) {
      var offline = source.offline();
      if (offline != null && !offline.command().isEmpty()) {
        var programs = migrations.stream().filter(migration -> isOf(source, migration)).toList();
        if (!programs.isEmpty()) {
          print(offline, programs);
        }
      }
    }
  }

  /// Not SQL, whether it was printed before or not.
  private boolean isOf(ToolSource source, Migration migration) {
    return migration.origin().tool() == source.tool()
        && project
            .base()
            .resolve(migration.file().path())
            .normalize()
            .startsWith(source.folder().normalize())
        && (migration.origin().unread() != null || !migration.up().file().equals(migration.file()));
  }

  private void print(ToolSource.Offline offline, List<Migration> programs) {
    var shell = new Shell(project.base(), surroundings.environment());
    var isOfOne = OF_ONE.matcher(offline.command()).find();
    Map<String, String> all =
        isOfOne ? new HashMap<>() : OfflineText.divided(shell.output(offline.command()));
    var text = new StringBuilder();
    for (var migration : programs) {
      var version = migration.version().text();
      if (isOfOne && migration.origin().unread() == null) {
        text.append(part(migration, migration.up().text()));
      } else if (isOfOne) {
        text.append(part(migration, shell.output(command(offline.command(), version))));
      } else if (all.containsKey(version)) {
        text.append(part(migration, all.getOrDefault(version, "")));
      }
    }
    write(offline.file(), text.toString());
  }

  /// Django's versions are `<app>.<name>`.
  private static String command(String command, String version) {
    var dot = version.indexOf('.');
    return command
        .replace("{app}", quoted(version.substring(0, Math.max(0, dot))))
        .replace("{name}", quoted(version.substring(dot + 1)))
        .replace("{version}", quoted(version));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private String part(Migration migration, String sql) {
    var text = project.textOf(migration.file());
    var madeFrom = OfflineText.checksum(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return OfflineText.part(migration.version().text(), madeFrom, sql);
  }

  private static void write(Path file, String text) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new NotWritten(file, e);
    }
  }

  /// The file for the printed SQL cannot be written.
  static final class NotWritten extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotWritten(Path file, IOException cause) {
      super(
          "%s cannot be written: %s".formatted(file, cause.getMessage()),
          "make its folder writable, or name another file: offline_file",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
