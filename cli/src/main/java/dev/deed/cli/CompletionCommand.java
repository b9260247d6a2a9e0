package dev.deed.cli;

import dev.deed.cli.report.Report;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "completion",
    header = "Print the script with which a shell completes commands and options.",
    description = {
      "bash: eval \"$(deed completion bash)\" in ~/.bashrc; zsh: the same in ~/.zshrc,",
      "after compinit; fish:",
      "deed completion fish > ~/.config/fish/completions/deed.fish",
      ""
    },
    sortOptions = false)
final class CompletionCommand implements ReportingCommand {

  /// The shells that there is a script for.
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParentCommand private DeedCommand root;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @Override
  public Report report() {
    var commandLine = Program.commandLineOf(root);
    return new Report.Page(
        switch (shell) {
          // One script serves both: zsh runs bash's completions.
          case BASH, ZSH -> AutoComplete.bash("deed", commandLine);
          case FISH -> FishCompletion.of(commandLine);
        });
  }
}
