package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.Journals.Done;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.JournalEntry;
import dev.deed.engine.look.Journal;
import dev.deed.sql.Secrets;
import java.time.temporal.ChronoUnit;

/// Journals as text: a line for each entry, and its statement.
final class JournalText {

  private static final int LONGEST = 200;

  private JournalText() {}

  static String of(DatabaseReport.Journals report) {
    return report.databases().stream()
        .filter(journal -> journal.failure() == null)
        .map(journal -> journal(journal, report.done()))
        .collect(joining("\n"));
  }

  private static String journal(Journal journal, Done done) {
    var head = journal.target().words() + ": ";
    return switch (done) {
      case INSTALLED -> head + "the journal is installed";
      case REMOVED -> head + "there is no journal any more";
      case SHOWN ->
          journal.isInstalled()
              ? head
                  + (journal.entries().isEmpty()
                      ? "the journal is empty"
                      : "the journal, newest first")
                  + journal.entries().stream().map(JournalText::entry).collect(joining())
              : head + "there is no journal (deed journal install)";
    };
  }

  private static String entry(JournalEntry entry) {
    var statement = oneLine(Secrets.masked(entry.statement()));
    return "\n  %s  %s %s %s, by %s%s%s\n      %s"
        .formatted(
            entry.at().truncatedTo(ChronoUnit.SECONDS),
            entry.tag(),
            entry.kind(),
            PrintableText.line(entry.identity()),
            PrintableText.line(entry.role()),
            entry.application().isEmpty() ? "" : " with " + PrintableText.line(entry.application()),
            entry.address() == null ? "" : " from " + entry.address(),
            statement.isEmpty() ? "(statement not kept: it may have a password)" : statement);
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
