package dev.deed.cli.host;

import dev.deed.cli.report.FindingReport;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;

/// Names files as those do who look at a repository from its top.
public record RepositoryPaths(Surroundings surroundings) {

  /// As it is where there is no repository.
  public FindingReport of(FindingReport report) {
    var folder = report.sources().folder();
    return new Git(folder, new GitPlaces(surroundings))
        .top()
        .map(top -> report.renamed(file -> name(top, Git.real(folder), file)))
        .orElse(report);
  }

  /// What lies outside keeps its name.
  private static SourceFile name(Path top, Path folder, SourceFile file) {
    var path = folder.resolve(file.path()).normalize();
    return path.startsWith(top) && !path.equals(top) && !file.path().equals("-")
        ? new SourceFile(top.relativize(path).toString().replace('\\', '/'))
        : file;
  }
}
