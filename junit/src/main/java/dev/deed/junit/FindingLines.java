package dev.deed.junit;

import dev.deed.sql.Finding;
import dev.deed.sql.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Findings as text: the place, the line with a caret, and the advice.
///
/// @param base the folder that the files' names are relative to
record FindingLines(Path base) {

  String of(List<Finding> findings) {
    return findings.stream().map(this::of).collect(Collectors.joining("\n"));
  }

  private String of(Finding finding) {
    var at = finding.span();
    var text = new StringBuilder(finding.file().path());
    if (!at.equals(Span.NONE)) {
      text.append(":%d:%d".formatted(at.line(), at.column()));
    }
    text.append(": ").append(finding.message());
    text.append(" [").append(finding.rule().text()).append(']');
    if (!at.equals(Span.NONE)) {
      quote(text, finding);
    }
    if (!finding.advice().isBlank()) {
      text.append("\n  help: ").append(finding.advice().replace("\n", "\n        "));
    }
    return text.toString();
  }

  private void quote(StringBuilder text, Finding finding) {
    var lines = lines(finding);
    var at = finding.span();
    if (at.line() > lines.size() || lines.get(at.line() - 1).isBlank()) {
      return;
    }
    var line = lines.get(at.line() - 1);
    var before = line.codePoints().limit(at.column() - 1L);
    text.append("\n    ").append(line).append("\n    ");
    before.forEach(c -> text.append(c == '\t' ? '\t' : ' '));
    text.append('^');
  }

  private List<String> lines(Finding finding) {
    try {
      return Files.readString(base.resolve(finding.file().path())).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
