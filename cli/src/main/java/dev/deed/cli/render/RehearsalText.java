package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.RehearsedMigration.Result;
import dev.deed.cli.report.Report;

/// A rehearsal as text.
final class RehearsalText {

  private RehearsalText() {}

  static String of(Report.Rehearsed report, Colors colors) {
    var text = new StringBuilder();
    for (var copy : report.copies()) {
      line(text, "tried on " + copy);
    }
    for (var migration : report.migrations()) {
      add(text, migration, colors);
    }
    var findings = report.findings();
    if (!findings.isEmpty()) {
      text.append('\n').append(new FindingText(report.sources(), colors).all(findings));
    }
    text.append(text.isEmpty() ? "" : "\n");
    report.remarks().forEach(remark -> line(text, remark));
    line(text, RehearsalWords.summary(report));
    if (!report.evidence().isEmpty()) {
      line(text, "evidence: " + report.evidence());
    }
    return text.toString();
  }

  private static void add(StringBuilder text, RehearsedMigration migration, Colors colors) {
    text.append('\n')
        .append(colors.bold(PrintableText.line(migration.name().words())))
        .append('\n');
    var legs = migration.legs();
    line(text, "  up     " + RehearsalWords.up(legs.up()));
    if (legs.up().result() != Result.DONE && legs.down().result() == Result.NOT_TRIED) {
      return;
    }
    line(text, "  down   " + RehearsalWords.down(legs.down()));
    if (legs.again().result() != Result.NOT_TRIED) {
      line(text, "  again  " + RehearsalWords.again(legs.again()));
    }
    seen(text, "up", migration.up());
    seen(text, "down", migration.down());
    if (migration.up().sighting().growth() != 0) {
      line(text, "  " + RehearsalWords.growth(migration.up().sighting().growth()));
    }
  }

  private static void seen(StringBuilder text, String way, RehearsedMigration.Seen seen) {
    for (var lock : RehearsalWords.blocking(seen)) {
      line(text, "  %s: %s".formatted(way, RehearsalWords.lock(lock)));
    }
    for (var work : seen.sighting().work()) {
      line(text, "  %s: %s".formatted(way, RehearsalWords.work(work)));
    }
    if (seen.waited() != null) {
      line(text, "  %s: %s".formatted(way, RehearsalWords.load(seen.waited())));
    }
  }

  private static void line(StringBuilder text, String words) {
    text.append(PrintableText.line(words)).append('\n');
  }
}
