package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import dev.deed.sql.effect.ObjectAccess;
import java.util.Locale;

/// The effects of statements as text: a heading per statement, a line per object.
final class EffectsText {

  private EffectsText() {}

  static String of(Report.Effects report) {
    var text = new StringBuilder();
    for (var statement : report.statements()) {
      append(text, statement);
    }
    text.append(new FindingText(report.sources()).all(report.problems()));
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, Report.StatementEffects effects) {
    var resolved = effects.resolved();
    var statement = resolved.statement();
    var at = statement.span();
    text.append(effects.file()).append(':').append(at.line()).append(':').append(at.column());
    text.append(": ").append(statement.command().words());
    text.append(statement.runsAlone() ? " (cannot run in a transaction block)\n" : "\n");
    resolved.touches().forEach(t -> text.append(line(t)));
    for (var opaque : resolved.opaque()) {
      text.append("    unknown: ").append(opaque.reason()).append(" (line ");
      text.append(opaque.span().line()).append(", column ").append(opaque.span().column());
      text.append(")\n");
    }
  }

  private static String line(ObjectAccess touch) {
    var access = touch.access().name().toLowerCase(Locale.ROOT);
    var lock = touch.lock() == null ? "" : "  " + touch.lock().words();
    var implied = touch.implied() ? "  (not named in the text)" : "";
    return "    %-10s  %s%s%s%n".formatted(access, touch.object().words(), lock, implied);
  }
}
