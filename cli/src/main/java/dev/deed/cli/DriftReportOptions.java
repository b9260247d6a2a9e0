package dev.deed.cli;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.host.Webhook;
import dev.deed.cli.job.DriftSelection;
import dev.deed.cli.render.DriftJsonReader;
import dev.deed.cli.report.ShellWord;
import dev.deed.drift.DriftSeverity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a drift report contains, what it is compared with, and who gets it.
final class DriftReportOptions {

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "behaviour",
      description =
          "Exit with 1 for a difference of this severity or a worse one: breaking, behaviour,"
              + " performance or cosmetic (default: ${DEFAULT-VALUE}).")
  private DriftSeverity failOn = DriftSeverity.BEHAVIOUR;

  @Option(
      names = "--only",
      paramLabel = "SERVICE",
      description = "Report only what this service owns.")
  private @Nullable String only;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description =
          "An earlier report in JSON: show what is new, what is gone, and how long the rest has"
              + " stood.")
  private @Nullable String since;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description =
          "Also post the report there as JSON, signed with DEED_WEBHOOK_SECRET. '$${NAME}' in the"
              + " URL is read from the environment.")
  private @Nullable String url;

  @Nullable String only() {
    return only;
  }

  @Nullable Webhook webhook(Surroundings surroundings) {
    return url == null ? null : Webhook.of(url, surroundings.environment());
  }

  /// @param command to type again
  /// @param more what follows it in the command to type next; null for another command
  DriftSelection.Wish wish(Surroundings surroundings, String command, @Nullable String more) {
    var earlier =
        since == null
            ? null
            : DriftJsonReader.read(since, surroundings.workingDirectory().resolve(since));
    var toType = only == null ? command : command + " --only " + ShellWord.of(only);
    var next = more == null ? "deed check" : toType + more;
    return new DriftSelection.Wish(failOn, toType, next, only, earlier);
  }
}
