package dev.deed.cli.render;

import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Findings for people: the place as editors and terminals link it, the line with a caret, who owns
/// what is concerned, and what to do.
final class FindingText {

  /// Longer lines are cut around the place: generated SQL may hold all of a table in one line.
  private static final int WIDEST_LINE = 160;

  private final Sources sources;

  FindingText(Sources sources) {
    this.sources = sources;
  }

  String all(List<Finding> findings) {
    return findings.stream().map(this::one).collect(Collectors.joining("\n"));
  }

  /// `2 errors, 1 warning`
  static String count(List<Finding> findings) {
    return Stream.of(count(findings, Severity.ERROR), count(findings, Severity.WARNING))
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String count(List<Finding> findings, Severity severity) {
    var number = findings.stream().filter(f -> f.severity() == severity).count();
    var word = word(severity);
    return switch ((int) Math.min(number, 2)) {
      case 0 -> "";
      case 1 -> "1 " + word;
      default -> number + " " + word + "s";
    };
  }

  private String one(Finding finding) {
    var text = new StringBuilder();
    text.append(finding.file().path()).append(':').append(finding.span().line()).append(':');
    text.append(finding.span().column()).append(": ").append(word(finding.severity()));
    text.append(": ").append(finding.message()).append(" [").append(finding.rule()).append("]\n");
    sources.line(finding.file(), finding.span()).ifPresent(line -> quote(text, line, finding));
    finding.subjects().stream()
        .filter(s -> s.owner() != null)
        .map(FindingText::owner)
        .distinct()
        .forEach(text::append);
    if (!finding.advice().isBlank()) {
      text.append("    help: ").append(finding.advice().replace("\n", "\n          ")).append('\n');
    }
    return text.toString();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String owner(Subject subject) {
    var contacts =
        Stream.of(subject.team(), subject.contact())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    var behind = contacts.isEmpty() ? "" : " (" + contacts + ")";
    return "    owner of " + subject.object() + ": " + subject.owner() + behind + "\n";
  }

  private static void quote(StringBuilder text, String line, Finding finding) {
    if (line.isBlank()) {
      return;
    }
    var at = line.offsetByCodePoints(0, Math.min(finding.span().column() - 1, points(line)));
    var from =
        line.length() <= WIDEST_LINE ? 0 : Math.clamp(at - WIDEST_LINE / 2, 0, line.length());
    var to = Math.min(line.length(), from + WIDEST_LINE);
    var marked = Math.clamp(finding.span().length(), 1, Math.max(1, to - at));
    text.append("    ").append(line, from, to).append("\n    ");
    line.substring(from, at).chars().forEach(c -> text.append(c == '\t' ? '\t' : ' '));
    text.append("^".repeat(marked)).append('\n');
  }

  private static int points(String line) {
    return line.codePointCount(0, line.length());
  }
}
