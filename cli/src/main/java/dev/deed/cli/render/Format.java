package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a report is written, by the name that `--format` takes.
public enum Format {
  TEXT(new TextRenderer()),
  JSON(new JsonRenderer()),
  SARIF(new SarifRenderer()),
  GITHUB(new GithubRenderer()),
  GITLAB(new GitlabRenderer()),
  JUNIT(new JunitRenderer()),
  MARKDOWN(new MarkdownRenderer()),
  CODEOWNERS(new CodeownersRenderer());

  /// Every report has these.
  public static final List<Format> OF_ANY_REPORT = List.of(TEXT, JSON);

  /// Owners have these, too.
  public static final List<Format> OF_OWNERS = List.of(TEXT, JSON, MARKDOWN, CODEOWNERS);

  /// What people read as a document.
  public static final List<Format> OF_PAGES = List.of(TEXT, JSON, MARKDOWN);

  /// Findings have these, too.
  public static final List<Format> OF_FINDINGS =
      Arrays.stream(values())
          .filter(f -> OF_ANY_REPORT.contains(f) || f.renderer instanceof FindingsRenderer)
          .toList();

  private final Renderer renderer;

  Format(Renderer renderer) {
    this.renderer = renderer;
  }

  /// Whether others put what it says beside the files of a repository, and look for them from its
  /// top.
  public boolean isForRepository() {
    return renderer instanceof FindingsRenderer || this == MARKDOWN;
  }

  public static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(f -> f.toString().equalsIgnoreCase(name)).findFirst();
  }

  /// The whole report, its last line ended; empty where this format has no words for such a report,
  /// as that of another command.
  public Optional<String> render(Report report) {
    return renderer.render(report);
  }

  /// The same for a terminal that knows colours.
  public Optional<String> renderInColor(Report report) {
    return renderer.renderInColor(report);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
