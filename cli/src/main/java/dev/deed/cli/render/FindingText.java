package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Sources;
import dev.deed.engine.file.InOrder;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.List;

/// Findings as text: the place in the form that editors and terminals link, the line with a caret,
/// the owners of the objects, and the advice.
final class FindingText {

  /// Longer lines are cut around the place, because generated SQL may have a whole table on one
  /// line.
  private static final int WIDEST_LINE = 160;

  private final Sources sources;
  private final Colors colors;

  FindingText(Sources sources) {
    this(sources, Colors.OFF);
  }

  FindingText(Sources sources, Colors colors) {
    this.sources = sources;
    this.colors = colors;
  }

  String all(List<Finding> findings) {
    var text = new StringBuilder();
    addAll(findings, text);
    return text.toString();
  }

  /// There may be many megabytes of it: what follows is added to the same text.
  void addAll(List<Finding> findings, StringBuilder text) {
    InOrder.onAllCores()
        .each(findings, this::one, one -> text.append(text.isEmpty() ? "" : "\n").append(one));
  }

  private String one(Finding finding) {
    var at = finding.span();
    var place = FindingWords.file(finding) + line(finding) + ":";
    var text = new StringBuilder();
    text.append(colors.bold(place)).append(' ');
    text.append(loud(finding, FindingWords.severity(finding) + ":")).append(' ');
    text.append(colors.bold(FindingWords.message(finding)));
    text.append(" [").append(PrintableText.line(finding.rule().text())).append("]\n");
    if (!at.equals(Span.NONE)) {
      sources
          .excerpt(finding.file(), at, WIDEST_LINE)
          .ifPresent(excerpt -> quote(text, excerpt, finding));
    }
    FindingWords.owners(finding).forEach(owner -> text.append("    ").append(owner).append('\n'));
    FindingWords.consumers(finding).forEach(use -> text.append("    ").append(use).append('\n'));
    if (!finding.advice().isBlank()) {
      var advice = FindingWords.advice(finding).replace("\n", "\n          ");
      text.append("    ").append(colors.cyan("help:")).append(' ').append(advice).append('\n');
    }
    return text.toString();
  }

  /// Empty for a finding in a database that is not in a file.
  private String line(Finding finding) {
    var at = finding.span();
    return at.equals(Span.NONE) && !sources.knows(finding.file())
        ? ""
        : ":" + at.line() + ":" + at.column();
  }

  private String loud(Finding finding, String text) {
    return finding.severity() == Severity.ERROR ? colors.red(text) : colors.yellow(text);
  }

  private void quote(StringBuilder text, Sources.Excerpt excerpt, Finding finding) {
    var line = excerpt.text();
    if (line.isBlank()) {
      return;
    }
    var at = excerpt.offset();
    var marked = Math.clamp(finding.span().length(), 1, Math.max(1, line.length() - at));
    text.append("    ").append(PrintableText.of(line)).append("\n    ");
    for (var i = 0; i < at; i++) {
      text.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    text.append(loud(finding, "^".repeat(marked))).append('\n');
  }
}
