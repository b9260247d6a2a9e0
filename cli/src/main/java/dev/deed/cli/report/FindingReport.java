package dev.deed.cli.report;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.function.UnaryOperator;

/// A report that consists of findings, which can be written in every format for findings.
public sealed interface FindingReport extends Report {

  List<Finding> findings();

  Sources sources();

  /// All checked files, including those without findings.
  List<SourceFile> files();

  /// The same report with other file names.
  FindingReport renamed(UnaryOperator<SourceFile> names);

  /// The beginning of the summary, before the number of findings: `20 migrations checked`.
  String summary();

  private static List<Finding> renamed(List<Finding> findings, UnaryOperator<SourceFile> names) {
    return findings.stream().map(f -> f.with(names.apply(f.file()))).toList();
  }

  @Override
  default Verdict verdict() {
    return Verdict.of(findings());
  }

  /// The ownership file has mistakes, so the command could not start.
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
      return "the ownership file is invalid";
    }

    @Override
    public Verdict verdict() {
      return Verdict.UNREADABLE;
    }
  }

  /// What `check` found.
  ///
  /// @param migrations number of checked migrations
  /// @param known number of recorded findings, which are not reported again
  /// @param files the files of the migrations; a migration may be a pair of files
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
      return known == 0 ? checked : checked + ", " + counted(known, "known finding") + " skipped";
    }

    private static String counted(int number, String word) {
      return number == 1 ? "1 " + word : number + " " + word + "s";
    }
  }

  /// What `check` finds in pending migrations, so that a command that would have run them, written
  /// them down or planned them did nothing.
  ///
  /// @param waiting what was to become of the migrations: `pending`
  /// @param failures what else went wrong in the databases that were asked
  record Refused(Checked checked, String waiting, List<Failure> failures) implements FindingReport {
    public Refused {
      failures = List.copyOf(failures);
    }

    @Override
    public List<Finding> findings() {
      return checked.findings();
    }

    @Override
    public Sources sources() {
      return checked.sources();
    }

    @Override
    public List<SourceFile> files() {
      return checked.files();
    }

    @Override
    public FindingReport renamed(UnaryOperator<SourceFile> names) {
      return new Refused((Checked) checked.renamed(names), waiting, failures);
    }

    @Override
    public String summary() {
      return "nothing was sent, %s %s"
          .formatted(Checked.counted(checked.migrations(), "migration"), waiting);
    }

    @Override
    public Verdict verdict() {
      var others = Verdict.worst(failures.stream().map(Failure::cause).toList());
      return others == Verdict.YES ? Verdict.NO : others;
    }
  }

  /// What `lint` found.
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
      return files.size() == 1 ? "1 file checked" : files.size() + " files checked";
    }
  }
}
