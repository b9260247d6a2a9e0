package dev.deed.cli.render;

import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.ShownChange;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Drift as text: a paragraph per database, in it a group per owner, in it one per severity. Lines
/// are short, because reports are read in narrow windows, too.
final class DriftText {

  private static final int NARROWEST = 30;
  private static final int WIDEST_LINE = 76;
  private static final int MOST_LINES = 20;
  private static final String INDENT = "        ";

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Report.Drifted report;
  private final DriftTerms terms;
  private final Colors colors;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  private DriftText(Report.Drifted report, Colors colors) {
    this.report = report;
    this.terms = report.terms();
    this.colors = colors;
    width = Math.clamp(terms.columns(), NARROWEST, WIDEST_LINE);
  }

  static String of(Report.Drifted report, Colors colors) {
    var text = new DriftText(report, colors).all();
    return colors == Colors.OFF ? PrintableText.of(text) : text;
  }

  private String all() {
    for (var database : report.databases()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      add(database);
    }
    for (var failure : report.failures()) {
      text.append(text.isEmpty() ? "" : "\n");
      line("", colors.bold(printable(failure.place())) + ": not compared");
    }
    addEnd();
    var findings = terms.leftOut().findings();
    if (!findings.isEmpty()) {
      text.append('\n').append(new FindingText(terms.leftOut().sources(), colors).all(findings));
    }
    addUnwritten();
    addNext();
    return text.toString();
  }

  /// The migrations of a dry run, as they would be in their files.
  private void addUnwritten() {
    for (var file : report.unwritten()) {
      text.append('\n');
      line("", "-- " + printable(file.file().path()));
      file.text().lines().forEach(l -> line("", printable(l)));
    }
  }

  private void add(DriftReport database) {
    var head = "%s, from %s to %s".formatted(database.database(), database.from(), database.to());
    var isAlike = database.drifts().isEmpty();
    line("", colors.bold(printable(head)) + (isAlike ? ": " + DriftWords.none(terms) : ""));
    if (!isAlike) {
      line("  ", DriftWords.count(terms, database.drifts()));
    }
    var shown = DatabaseDrift.of(terms, database);
    DriftWords.byOwner(database.drifts()).forEach(group -> addGroup(shown, group));
    if (!isAlike) {
      text.append('\n');
    }
    if (!isAlike && !shown.showsCauses()) {
      line("  ", "causes: not known");
    }
    DriftWords.notes(terms, database).forEach(note -> wrapped("  ", note));
    addGone(database);
  }

  private void addEnd() {
    var drifts = DriftWords.all(report);
    var hasSeveral = report.databases().size() + report.failures().size() > 1;
    var isHarmless = !drifts.isEmpty() && drifts.stream().noneMatch(terms::fails);
    if (hasSeveral || isHarmless) {
      text.append('\n');
    }
    if (hasSeveral) {
      wrapped("", DriftWords.summary(report));
    }
    if (isHarmless) {
      wrapped("", DriftWords.harmless(terms));
    }
  }

  private void addGroup(DatabaseDrift database, List<Drift> drifts) {
    text.append('\n');
    var owner = drifts.getFirst().owner();
    line("  ", colors.bold(printable((owner == null ? "" : "owner: ") + DriftWords.owner(owner))));
    @Nullable DriftSeverity before = null;
    for (var drift : drifts) {
      if (drift.severity() != before) {
        line("    ", loud(drift.severity(), drift.severity().words()));
        before = drift.severity();
      }
      add(database, drift);
    }
  }

  private String loud(DriftSeverity severity, String words) {
    return switch (severity) {
      case BREAKING -> colors.red(words);
      case BEHAVIOUR -> colors.yellow(words);
      case PERFORMANCE -> colors.cyan(words);
      case COSMETIC -> words;
    };
  }

  private void add(DatabaseDrift database, Drift drift) {
    var standing = database.standing(drift);
    line(
        "      ",
        printable(DriftWords.head(drift.difference()))
            + (standing.isEmpty() ? "" : " (" + standing + ")"));
    if (drift.difference() instanceof Difference.Changed) {
      ShownChange.of(drift.difference()).forEach(this::add);
    }
    if (drift.difference() instanceof Difference.Renamed renamed) {
      wrapped(INDENT, "evidence: " + DriftWords.evidence(renamed));
    }
    if (database.showsCauses()) {
      wrapped(INDENT, "cause: " + DriftWords.cause(drift.cause()));
    }
    addSql(database, drift);
  }

  /// Statements that close several differences are shown with the first object that they are for.
  private void addSql(DatabaseDrift database, Drift drift) {
    var lines = new ArrayList<String>();
    for (var closing : database.closings(drift)) {
      if (closing.closes().getFirst().equals(drift.difference().object())) {
        var held = DriftWords.held(closing);
        if (!held.isEmpty()) {
          lines.add("-- %s:".formatted(held));
        }
        DriftWords.sql(closing).lines().forEach(lines::add);
      }
    }
    if (!lines.isEmpty()) {
      line(INDENT, "sql:");
      lines.stream().limit(MOST_LINES).forEach(l -> line(INDENT + "  ", printable(l)));
      addRest(lines.size() - MOST_LINES);
    }
  }

  private void addRest(int more) {
    if (more > 0) {
      line(
          INDENT + "  ",
          "... %d more %s (--format json has all)".formatted(more, more == 1 ? "line" : "lines"));
    }
  }

  private void add(ShownChange change) {
    var from = change.from() == null ? "(none)" : change.from();
    var to = change.to() == null ? "(none)" : change.to();
    var facet = printable(change.facet());
    if (isShort(from, to)) {
      line(INDENT, "%s: %s -> %s".formatted(facet, oneLine(from), oneLine(to)));
      return;
    }
    line(INDENT, facet + ":");
    if (change.from() == null || change.to() == null) {
      addWhole("-", from);
      addWhole("+", to);
      return;
    }
    var rows = TextDiff.of(from, to).around(0);
    var run = new ArrayList<TextDiff.Row>();
    var shown = 0;
    for (var row : rows) {
      if (shown++ >= MOST_LINES) {
        break;
      }
      if (!run.isEmpty() && !follows(run.getLast(), row)) {
        addRun(run);
      }
      run.add(row);
    }
    addRun(run);
    addRest(rows.size() - MOST_LINES);
  }

  private static boolean follows(TextDiff.Row before, TextDiff.Row row) {
    return place(row) <= place(before) + 1;
  }

  private static int place(TextDiff.Row row) {
    return Math.max(row.from().number(), row.to().number());
  }

  private void addRun(List<TextDiff.Row> run) {
    for (var row : run) {
      if (row.from().number() > 0) {
        addSide("-", row.from());
      }
    }
    for (var row : run) {
      if (row.to().number() > 0) {
        addSide("+", row.to());
      }
    }
    run.clear();
  }

  /// A long line without what both sides have at its begin and its end.
  private void addSide(String sign, TextDiff.Line line) {
    var whole = line.text();
    var cut = whole.length() <= WIDEST_LINE ? whole : aroundMarks(line);
    side(sign, "%d: %s".formatted(line.number(), cut.stripTrailing()));
  }

  private static String aroundMarks(TextDiff.Line line) {
    var cut = new StringBuilder();
    var pieces = line.pieces();
    for (var i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      var isLong = piece.text().length() > 2 * MOST_LINES && !piece.differs();
      cut.append(isLong ? shortened(piece.text(), i == 0, i == pieces.size() - 1) : piece.text());
    }
    return cut.toString();
  }

  private static String shortened(String same, boolean isFirst, boolean isLast) {
    var start = isFirst ? "" : same.substring(0, same.offsetByCodePoints(0, MOST_LINES / 2));
    var end = isLast ? "" : same.substring(same.offsetByCodePoints(same.length(), -MOST_LINES / 2));
    return start + " ... " + end;
  }

  private void addWhole(String sign, String value) {
    var lines = value.lines().toList();
    lines.stream().limit(MOST_LINES).forEach(l -> side(sign, l));
    addRest(lines.size() - MOST_LINES);
  }

  private void side(String sign, String words) {
    var shown = printable(sign + " " + words);
    line(INDENT + "  ", sign.equals("-") ? colors.red(shown) : colors.green(shown));
  }

  /// Other values get a line for each side, and of those with several lines only the lines that
  /// differ are shown.
  private boolean isShort(String from, String to) {
    return from.length() + to.length() <= width - 2 * INDENT.length()
        && from.indexOf('\n') < 0
        && to.indexOf('\n') < 0;
  }

  private static String oneLine(String value) {
    return printable(SPACES.matcher(value).replaceAll(" ").strip());
  }

  private void addGone(DriftReport database) {
    var earlier = terms.earlier();
    var gone = terms.gone(database);
    if (earlier != null && !gone.isEmpty()) {
      text.append('\n');
      line("  ", "gone since " + DriftWords.day(earlier.at()));
      gone.forEach(entry -> line("    ", printable(DriftWords.gone(entry))));
    }
  }

  /// The command to type next.
  private void addNext() {
    if (!DriftWords.all(report).isEmpty()) {
      text.append('\n');
      line("", colors.cyan("next:") + " " + printable(terms.next()));
    }
  }

  private void wrapped(String indent, String words) {
    var line = new StringBuilder();
    for (var word : SPACES.split(printable(words))) {
      if (!line.isEmpty() && indent.length() + line.length() + word.length() >= width) {
        line(indent, line.toString());
        line.setLength(0);
        line.append("  ");
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    line(indent, line.toString());
  }

  private void line(String indent, String words) {
    text.append(indent).append(words).append('\n');
  }

  private static String printable(String words) {
    return PrintableText.line(words);
  }
}
