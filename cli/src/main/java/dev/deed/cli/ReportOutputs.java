package dev.deed.cli;

import dev.deed.cli.host.ReportFile;
import dev.deed.cli.host.RepositoryPaths;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.sql.Nearest;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The formats and places of a command's report: at most one goes to standard output, the others to
/// files.
///
/// @param known the formats that the command supports
record ReportOutputs(
    String command, List<Format> known, Surroundings surroundings, ColorMode coloring) {

  /// @param asked the values of `--format` options
  List<ReportOutput> read(List<String> asked) {
    if (asked.isEmpty()) {
      return List.of(ReportOutput.DEFAULT);
    }
    if (known.isEmpty()) {
      throw new NotUsable(
          command + " does not support --format, because it prints as it runs", "omit --format");
    }
    var outputs = new ArrayList<ReportOutput>();
    asked.forEach(value -> outputs.add(output(value)));
    refuseTwoToOnePlace(outputs);
    outputs.stream().map(ReportOutput::file).filter(Objects::nonNull).forEach(ReportFile::check);
    return outputs;
  }

  private ReportOutput output(String value) {
    var parts = value.split("=", 2);
    var format = Format.named(parts[0]).filter(known::contains).orElseThrow(() -> noSuch(parts[0]));
    if (parts.length == 1) {
      return new ReportOutput(format, null);
    }
    if (parts[1].isBlank()) {
      throw new NotUsable(
          "--format %s has no file".formatted(value), "type --format %s=FILE".formatted(format));
    }
    return new ReportOutput(format, ReportFile.named(parts[1], surroundings.workingDirectory()));
  }

  private NotUsable noSuch(String name) {
    var names = known.stream().map(Format::toString).collect(Collectors.joining(", "));
    return new NotUsable(
        "%s does not support the format '%s'".formatted(command, name),
        Nearest.of(name, known.stream().map(Format::toString).toList())
                .map("did you mean %s? "::formatted)
                .orElse("")
            + "available: "
            + names);
  }

  private static void refuseTwoToOnePlace(List<ReportOutput> outputs) {
    var toScreen =
        outputs.stream().filter(o -> o.file() == null).map(ReportOutput::format).toList();
    if (toScreen.size() > 1) {
      throw new NotUsable(
          "%s and %s cannot both go to standard output".formatted(toScreen.get(0), toScreen.get(1)),
          "give one of them a file: --format %s=FILE".formatted(toScreen.get(1)));
    }
    var seen = new HashSet<Path>();
    for (var output : outputs) {
      var file = output.file();
      if (file != null && !seen.add(file.path())) {
        throw new NotUsable(
            "two formats cannot both be written to " + file.name(),
            "give each format its own file");
      }
    }
  }

  /// Writes the report to every place, even if one of them fails. If a format cannot express the
  /// report, because the command failed, its file is left unchanged; the reason is on `stderr`.
  ///
  /// @return why files could not be written
  List<ReportFile.NotWritable> write(List<ReportOutput> outputs, Report report) {
    var failures = new ArrayList<ReportFile.NotWritable>();
    var spoke = false;
    for (var output : outputs) {
      var file = output.file();
      var isColored = file == null && coloring.isOn(surroundings);
      var text = text(output.format(), report, isColored);
      spoke |= text.isPresent();
      if (file == null) {
        surroundings.out().print(text.orElse(""));
        surroundings.out().flush();
      } else {
        text.flatMap(file::write).ifPresent(failures::add);
      }
    }
    if (!spoke) {
      surroundings.err().print(Format.TEXT.render(report).orElse(""));
    }
    return failures;
  }

  /// Empty if the format cannot express the report; findings never replace another report.
  private Optional<String> text(Format format, Report report, boolean isColored) {
    var isAboutInput = report instanceof FindingReport || report instanceof Report.Failed;
    if (isAboutInput
        && !known.equals(Format.OF_FINDINGS)
        && !known.equals(Format.OF_DRIFT)
        && !Format.OF_ANY_REPORT.contains(format)) {
      return Optional.empty();
    }
    if (format.isForRepository() && report instanceof FindingReport findings) {
      return format.render(new RepositoryPaths(surroundings).of(findings));
    }
    return isColored ? format.renderInColor(report) : format.render(report);
  }

  /// The values of `--format` are invalid or contradict each other.
  static final class NotUsable extends UserException {

    private static final long serialVersionUID = 1L;

    NotUsable(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
