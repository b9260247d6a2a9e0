package dev.deed.cli.render;

import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Findings for people: the place as editors and terminals link it, the line with a caret, who owns
/// what is concerned, and what to do.
final class FindingText {

  /// Longer lines are cut around the place: generated SQL may hold all of a table in one line.
  private static final int WIDEST_LINE = 160;

  private static final int MOST_OBJECTS = 3;

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
    text.append(PrintableText.line(finding.file().path())).append(place(finding));
    text.append(": ").append(word(finding.severity()));
    text.append(": ")
        .append(PrintableText.line(finding.message()))
        .append(" [")
        .append(finding.rule())
        .append("]\n");
    if (!finding.span().equals(Span.NONE)) {
      sources.line(finding.file(), finding.span()).ifPresent(line -> quote(text, line, finding));
    }
    owners(finding).forEach((owner, objects) -> text.append(owner(owner, objects)));
    if (!finding.advice().isBlank()) {
      text.append("    help: ").append(finding.advice().replace("\n", "\n          ")).append('\n');
    }
    return text.toString();
  }

  /// What is in a database and in no file has no line.
  private String place(Finding finding) {
    var span = finding.span();
    return span.equals(Span.NONE) && !sources.texts().containsKey(finding.file())
        ? ""
        : ":" + span.line() + ":" + span.column();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /// Whose they are, and what each of them has.
  private static Map<String, Set<String>> owners(Finding finding) {
    var owners = new LinkedHashMap<String, Set<String>>();
    for (var subject : finding.subjects()) {
      if (subject.owner() != null) {
        owners.computeIfAbsent(person(subject), _ -> new LinkedHashSet<>()).add(subject.object());
      }
    }
    return owners;
  }

  private static String person(Subject subject) {
    var contacts =
        Stream.of(subject.team(), subject.contact())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return contacts.isEmpty()
        ? String.valueOf(subject.owner())
        : subject.owner() + " (" + contacts + ")";
  }

  private static String owner(String owner, Set<String> objects) {
    var named = objects.stream().limit(MOST_OBJECTS).collect(Collectors.joining(", "));
    var more =
        objects.size() > MOST_OBJECTS
            ? " and %d more".formatted(objects.size() - MOST_OBJECTS)
            : "";
    return "    owner of " + PrintableText.line(named + more + ": " + owner) + "\n";
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
