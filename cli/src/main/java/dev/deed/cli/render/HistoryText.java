package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseHistory;
import dev.deed.cli.report.DatabaseHistory.Remembered;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.protocol.HistorySql;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The histories of databases as text: a line per version, and below it the details requested.
record HistoryText(boolean verbose) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final String DOWN_MARKER = "-- DOWN Migration";

  static String of(DatabaseReport.Histories report) {
    var text = new HistoryText(report.verbose());
    return report.databases().stream().map(text::history).collect(Collectors.joining("\n"));
  }

  private String history(DatabaseHistory history) {
    var head = history.target().words() + ": ";
    if (history.failure() != null) {
      return head + "could not be read";
    }
    var count = history.versions().size();
    var lines = new ArrayList<String>();
    lines.add(head + (count == 0 ? "no versions" : count == 1 ? "1 version" : count + " versions"));
    var fixedBy = HistoryRow.fixedBy(history.versions().stream().map(Remembered::row).toList());
    for (var version : history.versions()) {
      lines.add("  " + line(version.row()) + RunText.fixed(fixedBy.get(version.row().version())));
      if (verbose) {
        details(version).forEach(detail -> lines.add("      " + detail));
      }
    }
    history.tools().forEach(tool -> lines.addAll(lines(tool)));
    history.notices().forEach(notice -> lines.add("  note: " + PrintableText.line(notice)));
    return String.join("\n", lines);
  }

  /// The rows of another tool's own table.
  private static List<String> lines(ToolHistory tool) {
    var lines = new ArrayList<String>();
    var trouble = tool.trouble();
    lines.add(
        "  %s: %s"
            .formatted(
                PrintableText.line(tool.words()),
                trouble != null
                    ? PrintableText.line(trouble)
                    : tool.rows().size() == 1 ? "1 row" : tool.rows().size() + " rows"));
    for (var row : tool.rows()) {
      var at = row.at();
      lines.add(
          "    %-10s %s%s"
              .formatted(
                  words(row.outcome()),
                  PrintableText.line(row.shown()),
                  at == null ? "" : "  " + SECOND.format(at)));
    }
    return lines;
  }

  /// For text and JSON: `all up to`.
  static String words(ToolHistory.Outcome outcome) {
    return outcome.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String line(HistoryRow row) {
    var name = row.name();
    return "%-12s %s  %s (%s)  %s by %s, %s%s"
        .formatted(
            HistorySql.textOf(row.state()),
            name.version(),
            name.slug(),
            name.service(),
            SECOND.format(row.attempt().at()),
            PrintableText.line(row.attempt().who()),
            RunText.took(row.attempt().took()),
            row.attempt().outOfOrder() ? ", late" : "");
  }

  private static List<String> details(Remembered version) {
    var row = version.row();
    var details = new ArrayList<String>();
    details.add("file      " + row.file());
    details.add("checksum  " + row.stored().checksum());
    var requires = row.stored().requires();
    if (!requires.isEmpty()) {
      details.add(
          "requires  " + requires.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    if (!row.isDone()) {
      details.add(
          "so far    %d of %d statements%s"
              .formatted(
                  row.progress().done(),
                  row.progress().statements(),
                  row.progress().begun() ? ", the next one was sent" : ""));
    }
    var error = row.attempt().error();
    if (error != null) {
      details.add("error     " + error.replace("\n", "\n                "));
    }
    version.events().forEach(event -> details.add("event     " + words(event)));
    details.addAll(kept(row));
    return details;
  }

  private static String words(HistoryEvent event) {
    var address = event.address();
    return "%s: %s by %s%s, %s%s"
        .formatted(
            SECOND.format(event.at()),
            event.event(),
            PrintableText.line(event.who()),
            address == null ? "" : " from " + address,
            RunText.took(event.took()),
            event.detail() == null ? "" : ": " + PrintableText.line(event.detail()));
  }

  /// The stored SQL; it includes the up of a manual change, which has no file.
  private static List<String> kept(HistoryRow row) {
    var kept = new ArrayList<String>();
    if (row.state() == HistoryRow.State.MANUAL) {
      lines(row.stored().up()).forEach(line -> kept.add("up        " + line));
    }
    var down = row.stored().down();
    var reason = row.stored().irreversible();
    if (down != null) {
      lines(down).forEach(line -> kept.add("down      " + line));
    } else {
      kept.add("down      none" + (reason == null ? "" : ", intentionally: " + reason));
    }
    return kept;
  }

  /// The lines of the SQL without the marker of the down section.
  private static List<String> lines(String sql) {
    var marker =
        sql.stripLeading().startsWith(DOWN_MARKER) ? sql.indexOf('\n', sql.indexOf('-')) : 0;
    return sql.substring(Math.max(0, marker)).stripIndent().strip().lines().toList();
  }
}
