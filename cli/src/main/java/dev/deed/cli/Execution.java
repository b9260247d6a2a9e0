package dev.deed.cli;

import dev.deed.cli.render.PrintableText;
import dev.deed.cli.render.Report;
import dev.deed.sql.UserException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Asks the command for its report, writes it once, and answers with its verdict.
final class Execution implements IExecutionStrategy {

  private final DeedCommand root;
  private final FailureHandler failures;

  Execution(DeedCommand root, FailureHandler failures) {
    this.root = root;
    this.failures = failures;
  }

  @Override
  public int execute(ParseResult parsed) {
    var helpShown = CommandLine.executeHelpRequest(parsed);
    if (helpShown != null) {
      return helpShown;
    }
    var last = parsed.asCommandLineList().getLast();
    if (!(last.getCommand() instanceof Reporting command) || (command == root && !root.version())) {
      last.usage(last.getErr());
      return ExitCode.USAGE.number();
    }
    return answer(command).number();
  }

  /// Errors are caught too: a stack overflow in the parser is a bug to report, not a trace to throw
  /// at the user.
  private ExitCode answer(Reporting command) {
    try {
      var report = command.report();
      write(report);
      report.failures().forEach(failures::tell);
      return ExitCode.of(report.verdict());
    } catch (ParameterException misuse) {
      throw misuse;
    } catch (UserException failure) {
      write(new Report.Failed(failure));
      return failures.tell(failure);
    } catch (Throwable failure) {
      return failures.tell(failure);
    }
  }

  /// Answers in a dialogue and the lines of a story are out before the next one is made.
  private void write(Report report) {
    var out = root.surroundings().out();
    switch (report) {
      case Report.Lines answers -> answers.lines().forEachRemaining(out::println);
      case Report.Told told -> told.story().tell(line -> out.println(PrintableText.of(line)));
      default -> out.print(root.format().render(report));
    }
    out.flush();
  }
}
