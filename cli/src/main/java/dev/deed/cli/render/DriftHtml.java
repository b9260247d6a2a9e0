package dev.deed.cli.render;

import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.ShownChange;
import dev.deed.cli.report.Verdict;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.sql.effect.ObjectName;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drift as one HTML file, which needs no network: its policy forbids it, and permits only its own
/// script and style. The template gets maps, lists and texts, so nothing is found by reflection.
final class DriftHtml {

  private static final int CONTEXT = 3;

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*+\"");

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Report.Drifted report;
  private final DriftTerms terms;

  private DriftHtml(Report.Drifted report) {
    this.report = report;
    this.terms = report.terms();
  }

  static String of(Report.Drifted report) {
    return HtmlPage.of("drift", new DriftHtml(report).page());
  }

  private Map<String, Object> page() {
    var drifts = DriftWords.all(report);
    var page = new HashMap<String, Object>();
    page.put("title", shown("Drift: " + DriftWords.summary(report)));
    page.put("pairs", pairs());
    page.put("at", terms.at().toString());
    page.put("atWords", DAY_AND_TIME.format(terms.at()));
    page.put("severities", severities());
    page.put("verdict", verdict(drifts));
    page.put("verdictClass", report.verdict() == Verdict.YES ? "yes" : "no");
    page.put("hasDrifts", !drifts.isEmpty());
    page.put("owners", owners(drifts));
    page.put(
        "databaseNames", report.databases().stream().map(d -> shown(d.database().text())).toList());
    page.put(
        "kinds",
        drifts.stream()
            .map(d -> d.difference().object().kind().words())
            .distinct()
            .sorted()
            .toList());
    page.put("hasStates", terms.earlier() != null);
    page.put("states", Stream.of(DriftTerms.State.values()).map(DriftTerms.State::words).toList());
    page.put("failures", report.failures().stream().map(DriftHtml::failure).toList());
    page.put("databases", report.databases().stream().map(this::database).toList());
    page.put("findings", terms.leftOut().findings().stream().map(FindingWords::message).toList());
    page.put(
        "ownershipFile",
        terms.leftOut().findings().stream().map(FindingWords::file).findFirst().orElse(""));
    page.put("command", shown(terms.command()));
    return page;
  }

  private List<Map<String, String>> pairs() {
    return report.databases().stream()
        .map(d -> Map.of("from", shown(d.from()), "to", shown(d.to())))
        .distinct()
        .toList();
  }

  private List<Map<String, Object>> severities() {
    return Stream.of(DriftSeverity.values())
        .map(s ->
            Map.<String, Object>of(
                "name", s.words(), "count", report.count(s), "meaning", s.meaning()))
        .toList();
  }

  private String verdict(List<Drift> drifts) {
    if (report.databases().isEmpty()) {
      return DriftWords.summary(report);
    }
    var failing = drifts.stream().filter(terms::fails).count();
    var found =
        drifts.isEmpty()
            ? "no drift in " + DriftWords.counted(report.databases().size(), "database")
            : failing == 0
                ? DriftWords.harmless(terms)
                : "%d of %s %s %s"
                    .formatted(
                        failing,
                        DriftWords.counted(drifts.size(), "difference"),
                        failing == 1 ? "is" : "are",
                        DriftWords.orWorse(terms));
    return report.failures().isEmpty()
        ? found
        : "%s; %s not compared"
            .formatted(found, DriftWords.counted(report.failures().size(), "database"));
  }

  private static List<Map<String, String>> owners(List<Drift> drifts) {
    return drifts.stream()
        .map(drift -> Map.of("id", owner(drift), "label", shown(DriftWords.owner(drift.owner()))))
        .distinct()
        .toList();
  }

  /// A space is in no service's name.
  private static String owner(Drift drift) {
    return drift.owner() == null ? "no owner" : shown(drift.owner().name().text());
  }

  private static Map<String, String> failure(Report.Failure failure) {
    return Map.of(
        "place", shown(failure.place()),
        "message", shown(failure.message()),
        "help", PrintableText.of(failure.advice()));
  }

  private Map<String, Object> database(DriftReport database) {
    var shown = DatabaseDrift.of(terms, database);
    var notes = DriftWords.notes(terms, database).stream().map(DriftHtml::shown).toList();
    var earlier = terms.earlier();
    return Map.of(
        "name", shown(database.database().text()),
        "from", shown(database.from()),
        "to", shown(database.to()),
        "count", DriftWords.count(terms, database.drifts()),
        "groups", DriftWords.byOwner(database.drifts()).stream().map(g -> group(shown, g)).toList(),
        "gone", terms.gone(database).stream().map(e -> shown(DriftWords.gone(e))).toList(),
        "goneSince", earlier == null ? "" : DriftWords.day(earlier.at()).toString(),
        "notes", notes);
  }

  private Map<String, Object> group(DatabaseDrift database, List<Drift> drifts) {
    var owner = drifts.getFirst().owner();
    return Map.of(
        "owned",
        owner != null,
        "service",
        owner(drifts.getFirst()),
        "reachedAt",
        owner == null ? "" : shown(DriftWords.contact(owner).reachedAt()),
        "drifts",
        drifts.stream().map(drift -> drift(database, drift)).toList());
  }

  private Map<String, Object> drift(DatabaseDrift database, Drift drift) {
    var difference = drift.difference();
    var isChanged = difference instanceof Difference.Changed;
    var standing = terms.standing(database.report().database(), drift);
    var closings = database.closings(drift);
    var card = new HashMap<String, Object>();
    card.put("severity", drift.severity().words());
    card.put("owner", owner(drift));
    card.put("kind", difference.object().kind().words());
    card.put("word", DriftMark.word(difference));
    card.put("name", name(difference.object()));
    card.put(
        "oldName",
        difference instanceof Difference.Renamed renamed ? name(renamed.from().name()) : List.of());
    card.put(
        "evidence",
        difference instanceof Difference.Renamed renamed
            ? shown(DriftWords.evidence(renamed))
            : "");
    card.put("state", standing.state() == null ? "" : standing.state().words());
    card.put("standing", database.standing(drift));
    card.put("cause", database.showsCauses() ? shown(DriftWords.cause(drift.cause())) : "");
    var changes = ShownChange.of(difference);
    card.put("changes", isChanged ? changes.stream().map(DriftHtml::change).toList() : List.of());
    card.put("facts", isChanged ? List.of() : changes.stream().map(DriftHtml::fact).toList());
    card.put(
        "onlyIn",
        shown(
            difference instanceof Difference.Missing
                ? database.report().from()
                : database.report().to()));
    card.put(
        "sql",
        PrintableText.of(
            String.join(
                "\n\n",
                closings.stream()
                    .map(c -> (c.note() == null ? "" : "-- " + c.note() + "\n") + DriftWords.sql(c))
                    .toList())));
    card.put(
        "isHeld",
        String.join(
            ", ",
            closings.stream().map(DriftWords::held).filter(h -> !h.isEmpty()).distinct().toList()));
    return card;
  }

  /// A quoted name may run from right to left: by itself, so that it does not change places with
  /// its neighbours.
  private static List<Map<String, Object>> name(ObjectName object) {
    var text = shown(object.text());
    var parts = new ArrayList<Map<String, Object>>();
    var end = 0;
    for (var quoted : QUOTED.matcher(text).results().toList()) {
      parts.add(part(text.substring(end, quoted.start()), false));
      parts.add(part(quoted.group(), true));
      end = quoted.end();
    }
    parts.add(part(text.substring(end), false));
    return parts;
  }

  private static Map<String, Object> part(String text, boolean quoted) {
    return Map.of("text", text, "quoted", quoted);
  }

  private static Map<String, Object> change(ShownChange change) {
    var isShort = DriftWords.isShort(change);
    return Map.of(
        "facet", shown(change.facet()),
        "short", isShort,
        "from", isShort && change.from() != null ? shown(change.from()) : "",
        "to", isShort && change.to() != null ? shown(change.to()) : "",
        "rows", isShort ? List.of() : rows(change));
  }

  private static Map<String, Object> fact(ShownChange change) {
    var value = change.from() == null ? change.to() : change.from();
    return Map.of("facet", shown(change.facet()), "value", lines(value));
  }

  private static String lines(@Nullable String value) {
    return PrintableText.of(Objects.requireNonNullElse(value, ""));
  }

  private static List<Map<String, Object>> rows(ShownChange change) {
    var diff =
        change.from() == null || change.to() == null
            ? TextDiff.oneSided(change.from(), change.to())
            : TextDiff.of(change.from(), change.to());
    var rows = new ArrayList<Map<String, Object>>();
    var before = TextDiff.Line.NONE;
    var left = 0;
    for (var row : diff.around(CONTEXT)) {
      left = row.from().number() > 0 ? row.from().number() - before.number() - 1 : 0;
      if (left > 0) {
        rows.add(gap(left));
      }
      before = row.from().number() > 0 ? row.from() : before;
      rows.add(row(row));
    }
    var end = diff.lastLine() - before.number();
    if (end > 0) {
      rows.add(gap(end));
    }
    return rows;
  }

  private static Map<String, Object> gap(int lines) {
    return Map.of("gap", lines == 1 ? "1 equal line" : lines + " equal lines");
  }

  private static Map<String, Object> row(TextDiff.Row row) {
    var is =
        !row.differs()
            ? "same"
            : row.to().number() == 0
                ? "gone-line"
                : row.from().number() == 0 ? "new-line" : "changed";
    return Map.of(
        "gap", "",
        "is", is,
        "fromNumber", number(row.from()),
        "toNumber", number(row.to()),
        "from", pieces(row.from()),
        "to", pieces(row.to()));
  }

  private static String number(TextDiff.Line line) {
    return line.number() == 0 ? "" : String.valueOf(line.number());
  }

  private static List<Map<String, Object>> pieces(TextDiff.Line line) {
    return line.pieces().stream()
        .map(piece ->
            Map.<String, Object>of("text", shownPiece(piece.text()), "differs", piece.differs()))
        .toList();
  }

  /// Tabs are layout here.
  private static String shownPiece(String text) {
    return PrintableText.of(text);
  }

  private static String shown(String text) {
    return PrintableText.line(text);
  }
}
