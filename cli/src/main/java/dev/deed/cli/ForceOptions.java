package dev.deed.cli;

import dev.deed.engine.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Overrules the gates of a changeover.
final class ForceOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--force",
      description =
          "Also apply the contract of a changeover that is not due. It needs --reason and a down.")
  private boolean force;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why a contract is forced; the history records it.")
  private @Nullable String reason;

  Wish on(Wish wish) {
    var isGiven = reason != null && !reason.isBlank();
    if (force != isGiven) {
      throw new ParameterException(
          specification.commandLine(),
          force ? "--force needs --reason TEXT" : "--reason is only for --force");
    }
    return new Wish(wish.goal(), wish.service(), wish.outOfOrder(), reason);
  }
}
