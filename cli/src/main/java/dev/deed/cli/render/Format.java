package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report format, named as for `--format`.
public enum Format {
  TEXT(new TextRenderer()),
  JSON(new JsonRenderer()),
  SARIF(new SarifRenderer()),
  GITHUB(new GithubRenderer()),
  GITLAB(new GitlabRenderer()),
  JUNIT(new JunitRenderer()),
  MARKDOWN(new MarkdownRenderer()),
  HTML(new HtmlRenderer()),
  CODEOWNERS(new CodeownersRenderer()),
  MERMAID(new MermaidRenderer()),
  SQL(new SqlRenderer());

  /// The formats of every report.
  public static final List<Format> OF_ANY_REPORT = List.of(TEXT, JSON);

  /// The formats of owner reports.
  public static final List<Format> OF_OWNERS =
      List.of(TEXT, JSON, MARKDOWN, CODEOWNERS, HTML, MERMAID);

  /// The formats of reports that can be a document.
  public static final List<Format> OF_PAGES = List.of(TEXT, JSON, MARKDOWN);

  /// The formats of findings.
  public static final List<Format> OF_FINDINGS =
      Arrays.stream(values())
          .filter(f -> OF_ANY_REPORT.contains(f) || f.renderer instanceof FindingsRenderer)
          .toList();

  /// The formats of drift.
  public static final List<Format> OF_DRIFT =
      List.of(TEXT, JSON, MARKDOWN, HTML, JUNIT, GITHUB, GITLAB, SQL);

  private final Renderer renderer;

  Format(Renderer renderer) {
    this.renderer = renderer;
  }

  /// Whether paths are relative to the top of the repository, because other programs look for the
  /// files from there.
  public boolean isForRepository() {
    return renderer instanceof FindingsRenderer || this == MARKDOWN;
  }

  public static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(f -> f.toString().equalsIgnoreCase(name)).findFirst();
  }

  /// The whole report, ending in a line break; empty if this format cannot express the report, such
  /// as that of another command.
  public Optional<String> render(Report report) {
    return renderer.render(report);
  }

  /// The same for a terminal with colours.
  public Optional<String> renderInColor(Report report) {
    return renderer.renderInColor(report);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
