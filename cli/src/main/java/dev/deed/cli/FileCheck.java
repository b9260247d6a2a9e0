package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.job.SqlFiles;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Report.CheckedFile;
import dev.deed.engine.file.RepositoryBoundary;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compares a committed file that was written from a report with the current report.
///
/// @param file as the user typed it
record FileCheck(Format format, String file) {

  /// @param value `FORMAT=FILE`, or a file whose name implies the format
  static FileCheck of(String value, List<Format> formats) {
    var parts = value.split("=", 2);
    if (parts[parts.length - 1].isBlank()) {
      throw new ReportOutputs.NotUsable(
          "--check %s has no file".formatted(value), "type --check %s=FILE".formatted(parts[0]));
    }
    if (parts.length == 2) {
      var named = Format.named(parts[0]).filter(formats::contains);
      if (named.isPresent()) {
        return new FileCheck(named.get(), parts[1]);
      }
    }
    var name = value.toLowerCase(Locale.ROOT);
    var format =
        name.endsWith(".md")
            ? Format.MARKDOWN
            : name.endsWith(".json") ? Format.JSON : Format.CODEOWNERS;
    if (format == Format.CODEOWNERS && !name.endsWith("codeowners")) {
      throw new FormatNotTold(value);
    }
    return new FileCheck(format, value);
  }

  /// @param command the command that writes the file, without its `--format`
  CheckedFile against(Report report, Path here, String command) {
    var expected = format.render(report).orElseThrow().lines().toList();
    var found = read(here);
    var lines = found == null ? List.<String>of() : found.lines().toList();
    var line = 0;
    while (line < Math.min(expected.size(), lines.size())
        && expected.get(line).equals(lines.get(line))) {
      line++;
    }
    return new CheckedFile(
        file,
        found != null,
        line == expected.size() && line == lines.size() ? 0 : line + 1,
        line < expected.size() ? expected.get(line) : null,
        line < lines.size() ? lines.get(line) : null,
        "%s --format %s=%s".formatted(command, format, file));
  }

  private @Nullable String read(Path here) {
    try {
      return new String(RepositoryBoundary.around(here).read(here.resolve(file)), UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new SqlFiles.FileNotReadable(Path.of(file), e);
    }
  }

  /// The format is not given and the file's name does not imply one.
  static final class FormatNotTold extends UserException {

    private static final long serialVersionUID = 1L;

    FormatNotTold(String value) {
      super(
          "the name %s does not imply a format".formatted(value),
          "type --check codeowners=%1$s or --check markdown=%1$s".formatted(value));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
