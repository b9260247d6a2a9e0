package dev.deed.cli;

import dev.deed.cli.host.NarrowLocale;
import dev.deed.cli.host.ReportFile;
import dev.deed.cli.job.RunSettings;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Gets the command's report, writes it once, and turns its verdict into the exit code.
final class Execution implements IExecutionStrategy {

  /// To the upper left corner, then erases what is below.
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final DeedCommand root;
  private final FailureHandler failures;

  Execution(DeedCommand root, FailureHandler failures) {
    this.root = root;
    this.failures = failures;
  }

  /// Fails if the report could not be written completely.
  @Override
  public int execute(ParseResult parsed) {
    var exit = run(parsed);
    var trouble = root.surroundings().trouble();
    if (trouble.isEmpty()) {
      return exit;
    }
    failures.tell(ReportFile.NotWritable.onStandardOutput(trouble.get()));
    return exit == ExitCode.YES.number() ? ExitCode.USAGE.number() : exit;
  }

  private int run(ParseResult parsed) {
    var asked = parsed.asCommandLineList().getLast();
    if (asked.isUsageHelpRequested()) {
      HelpPages.complete(asked, root.surroundings());
    }
    var helpShown = CommandLine.executeHelpRequest(parsed);
    if (helpShown != null) {
      return helpShown;
    }
    var last = parsed.asCommandLineList().getLast();
    if (!(last.getCommand() instanceof ReportingCommand command)
        || (command == root && !root.version())) {
      showUsage(last);
      return ExitCode.USAGE.number();
    }
    if (logsJson(last.getParseResult())) {
      failures.speakJson();
    }
    try {
      NarrowLocale.refuse(parsed.originalArgs());
    } catch (NarrowLocale failure) {
      return failures.tell(failure).number();
    }
    var name = last.getCommandSpec().qualifiedName();
    var outputs = new ReportOutputs(name, command.formats(), root.surroundings(), root.coloring());
    return answer(command, outputs, askedFormats(parsed)).number();
  }

  /// `deed` alone shows the commands; a command that needs another one shows its own help.
  private void showUsage(CommandLine last) {
    if (last.getCommand() == root) {
      root.surroundings().err().println(HelpPages.start(last, root.surroundings()));
    } else {
      HelpPages.complete(last, root.surroundings());
      last.usage(last.getErr());
    }
  }

  private static boolean logsJson(ParseResult parsed) {
    var log = parsed.matchedOption("--log");
    return log != null && log.getValue() == RunSettings.Log.JSON;
  }

  /// The formats before the command's name and those after it.
  private static List<String> askedFormats(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .map(command -> command.getParseResult().matchedOption("--format"))
        .filter(Objects::nonNull)
        .flatMap(option -> option.originalStringValues().stream())
        .toList();
  }

  /// The same, for a command that needs to know them: some formats show more than others.
  static List<String> askedFormats(@Nullable CommandSpec command) {
    return command == null
        ? List.of()
        : askedFormats(command.root().commandLine().getParseResult());
  }

  /// On a terminal, each text replaces the one before; elsewhere they follow each other.
  private void watch(Report.Watched watched, ReportOutputs outputs, List<ReportOutput> places) {
    var surroundings = root.surroundings();
    var redraws =
        surroundings.terminal()
            && !"dumb".equals(surroundings.environment().get("TERM"))
            && places.equals(List.of(ReportOutput.DEFAULT));
    var isFirst = true;
    while (watched.reports().hasNext()) {
      var report = watched.reports().next();
      if (redraws) {
        surroundings.out().print(CLEAR_SCREEN);
      } else if (!isFirst) {
        surroundings.out().println();
      }
      isFirst = false;
      outputs.write(places, report).forEach(failures::tell);
      report.failures().forEach(failures::tell);
    }
  }

  /// Errors are caught too: a stack overflow in the parser is reported as a bug, not as a stack
  /// trace.
  private ExitCode answer(ReportingCommand command, ReportOutputs outputs, List<String> asked) {
    try {
      var places = outputs.read(asked);
      var report = reportOf(command);
      var exit = exit(report, write(report, outputs, places));
      return posted(command, report) ? exit : ExitCode.TRY_AGAIN;
    } catch (ParameterException misuse) {
      throw misuse;
    } catch (Throwable failure) {
      return failures.tell(failure);
    }
  }

  /// After the report was written: a receiver that does not answer must not delay or hide it.
  private boolean posted(ReportingCommand command, Report report) {
    var webhook = command.webhook();
    if (webhook == null) {
      return true;
    }
    var failure = Format.JSON.render(report).flatMap(webhook::post);
    failure.ifPresent(failures::tell);
    return failure.isEmpty();
  }

  private Report reportOf(ReportingCommand command) {
    try {
      root.readEnvironmentFile();
      return command.report();
    } catch (UserException failure) {
      return new Report.Failed(failure);
    }
  }

  /// Failures are printed even if the report could not be written.
  private ExitCode exit(Report report, boolean written) {
    report.failures().forEach(failures::tell);
    if (report instanceof Report.Failed failed) {
      failures.tell(failed.failure());
    }
    var exit = ExitCode.of(report.verdict());
    return written || exit != ExitCode.YES ? exit : ExitCode.USAGE;
  }

  /// Each answer of a dialogue and each line of a story is written before the next one is computed.
  private boolean write(Report report, ReportOutputs outputs, List<ReportOutput> places) {
    var out = root.surroundings().out();
    switch (report) {
      case Report.Lines answers -> answers.lines().forEachRemaining(out::println);
      case Report.Watched watched -> watch(watched, outputs, places);
      case Report.Told told -> told.story().tell(line -> out.println(PrintableText.of(line)));
      default -> {
        var unwritten = outputs.write(places, report);
        unwritten.forEach(failures::tell);
        return unwritten.isEmpty();
      }
    }
    out.flush();
    return true;
  }
}
