package dev.deed.cli.host;

import dev.deed.cli.report.FindingReport;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;

/// Makes file names relative to the top of the repository.
public record RepositoryPaths(Surroundings surroundings) {

  /// Returns the report unchanged outside a repository.
  public FindingReport of(FindingReport report) {
    var folder = report.sources().folder();
    return new Git(folder, new GitPlaces(surroundings))
        .top()
        .map(top -> report.renamed(file -> name(top, Git.real(folder), file)))
        .orElse(report);
  }

  /// A file outside the repository keeps its name.
  private static SourceFile name(Path top, Path folder, SourceFile file) {
    var path = folder.resolve(file.path()).normalize();
    return path.startsWith(top) && !path.equals(top) && !file.path().equals("-")
        ? new SourceFile(top.relativize(path).toString().replace('\\', '/'))
        : file;
  }
}
