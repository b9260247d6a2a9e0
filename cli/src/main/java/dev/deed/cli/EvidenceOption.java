package dev.deed.cli;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.job.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where evidence is kept.
final class EvidenceOption {

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description =
          "Keep and read evidence in this file, a JSON object a line (default: policies.evidence;"
              + " else the table deed.evidence of each database).")
  private @Nullable Path file;

  Project of(Project project, Surroundings surroundings) {
    return project.withEvidence(file, surroundings.workingDirectory());
  }
}
