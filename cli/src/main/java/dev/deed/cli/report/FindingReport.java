package dev.deed.cli.report;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.function.UnaryOperator;

/// Findings and nothing else: it can be written in every format that other programs read findings
/// in.
public sealed interface FindingReport extends Report {

  List<Finding> findings();

  Sources sources();

  /// All files that were looked at, those without findings among them.
  List<SourceFile> files();

  /// The same with other names for the files.
  FindingReport renamed(UnaryOperator<SourceFile> names);

  /// What was done, before the count of the findings: `20 migrations checked`.
  String summary();

  private static List<Finding> renamed(List<Finding> findings, UnaryOperator<SourceFile> names) {
    return findings.stream().map(f -> f.with(names.apply(f.file()))).toList();
  }

  @Override
  default Verdict verdict() {
    return Verdict.of(findings());
  }

  /// The ownership file has mistakes, so that the command could not begin.
  record Unreadable(List<Finding> findings, Sources sources) implements FindingReport {
    public Unreadable {
      findings = List.copyOf(findings);
    }

    @Override
    public List<SourceFile> files() {
      return findings.stream().map(Finding::file).distinct().toList();
    }

    @Override
    public FindingReport renamed(UnaryOperator<SourceFile> names) {
      return new Unreadable(FindingReport.renamed(findings, names), sources.renamed(names));
    }

    @Override
    public String summary() {
      return "the ownership file is not understood";
    }

    @Override
    public Verdict verdict() {
      return Verdict.UNREADABLE;
    }
  }

  /// What `check` found.
  ///
  /// @param migrations how many were looked at
  /// @param known findings that were recorded once, and are not told again
  /// @param files what they are made of: a migration may be a pair of files
  record Checked(
      int migrations, int known, List<SourceFile> files, List<Finding> findings, Sources sources)
      implements FindingReport {
    public Checked {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }

    @Override
    public FindingReport renamed(UnaryOperator<SourceFile> names) {
      return new Checked(
          migrations,
          known,
          files.stream().map(names).toList(),
          FindingReport.renamed(findings, names),
          sources.renamed(names));
    }

    @Override
    public String summary() {
      var checked = counted(migrations, "migration") + " checked";
      return known == 0
          ? checked
          : checked + ", " + counted(known, "known finding") + " passed over";
    }

    private static String counted(int number, String word) {
      return number == 1 ? "1 " + word : number + " " + word + "s";
    }
  }

  /// What `lint` found in any files.
  record Linted(List<SourceFile> files, List<Finding> findings, Sources sources)
      implements FindingReport {
    public Linted {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }

    @Override
    public FindingReport renamed(UnaryOperator<SourceFile> names) {
      return new Linted(
          files.stream().map(names).toList(),
          FindingReport.renamed(findings, names),
          sources.renamed(names));
    }

    @Override
    public String summary() {
      return files.size() == 1 ? "1 file looked at" : files.size() + " files looked at";
    }
  }
}
