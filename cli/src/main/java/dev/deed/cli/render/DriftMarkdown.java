package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.ShownChange;
import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.ownership.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Drift as Markdown, for an issue, a comment or a chat: by database, owner and severity. What does
/// not fit into a comment is omitted and counted, the least severe first.
final class DriftMarkdown {

  /// Lets a program find the comment again in order to update it.
  private static final String MARK = "<!-- deed drift -->\n";

  /// GitHub's limit is 65,536 characters; the rest is reserved for additions by a program.
  private static final int MOST_BYTES = 60_000;

  private static final int LONGEST_SQL = 4_000;

  private final Report.Drifted report;
  private final DriftTerms terms;
  private final StringBuilder text = new StringBuilder(MARK);
  private int room = MOST_BYTES;
  private int omitted;

  private DriftMarkdown(Report.Drifted report) {
    this.report = report;
    this.terms = report.terms();
  }

  static String of(Report.Drifted report) {
    return new DriftMarkdown(report).all();
  }

  private String all() {
    text.append("### deed: %s\n".formatted(DriftWords.summary(report)));
    for (var failure : report.failures()) {
      text.append("\n**not compared**: %s\n".formatted(code(DriftFailure.words(failure))));
    }
    room -= bytes(text.toString());
    report.databases().forEach(this::add);
    if (omitted > 0) {
      text.append(
          "\n%s omitted, because a comment has limited space. `deed` shows all of them.\n"
              .formatted(omitted == 1 ? "1 more is" : omitted + " more are"));
    }
    var drifts = DriftWords.all(report);
    if (!drifts.isEmpty() && drifts.stream().noneMatch(terms::fails)) {
      text.append("\n%s.\n".formatted(inline(DriftWords.harmless(terms))));
    }
    var findings = terms.leftOut().findings();
    text.append(findings.isEmpty() ? "" : "\n");
    for (var finding : findings) {
      var place = FindingWords.file(finding) + ":" + finding.span().line();
      text.append("- %s: %s\n".formatted(code(place), inline(FindingWords.message(finding))));
    }
    if (!drifts.isEmpty()) {
      text.append("\nNext: %s\n".formatted(code(terms.next())));
    }
    return text.toString();
  }

  private void add(DriftReport database) {
    put(
        "\n#### %s: from %s to %s\n\n%s\n"
            .formatted(
                inline(database.database().text()),
                inline(database.from()),
                inline(database.to()),
                DriftWords.count(terms, database.drifts())));
    for (var group : DriftWords.byOwner(database.drifts())) {
      addGroup(DatabaseDrift.of(terms, database), group);
    }
    var notes = DriftWords.notes(terms, database);
    if (!notes.isEmpty()) {
      put("\n**Notes**\n\n");
    }
    notes.forEach(note -> put("- %s\n".formatted(inline(note))));
    addGone(database);
  }

  private void addGroup(DatabaseDrift database, List<Drift> drifts) {
    var head = "\n%s\n\n".formatted(owner(drifts.getFirst().owner()));
    var isHeaded = false;
    for (var drift : drifts) {
      var entry = entry(database, drift);
      if (bytes(head) + bytes(entry) > room) {
        omitted++;
        continue;
      }
      if (!isHeaded) {
        put(head);
        isHeaded = true;
      }
      put(entry);
    }
  }

  private static String owner(@Nullable Service owner) {
    if (owner == null) {
      return "**Unowned**";
    }
    var contact = DriftWords.contact(owner);
    var name = "Owner: **%s**".formatted(inline(contact.service()));
    return contact.reachedAt().isEmpty()
        ? name
        : "%s (%s)".formatted(name, inline(contact.reachedAt()));
  }

  private String entry(DatabaseDrift database, Drift drift) {
    var standing = database.standing(drift);
    var entry = new StringBuilder();
    entry.append(
        "- **%s** %s %s%s\n"
            .formatted(
                drift.severity().words(),
                DriftMark.word(drift.difference()),
                code(DriftWords.object(drift.difference())),
                standing.isEmpty() ? "" : " (%s)".formatted(standing)));
    if (drift.difference() instanceof Difference.Changed) {
      ShownChange.of(drift.difference()).forEach(change -> entry.append(change(change)));
    }
    if (drift.difference() instanceof Difference.Renamed renamed) {
      entry.append("  - evidence: %s\n".formatted(inline(DriftWords.evidence(renamed))));
    }
    if (database.showsCauses()) {
      entry.append("  - cause: %s\n".formatted(inline(DriftWords.cause(drift.cause()))));
    }
    for (var closing : database.closings(drift)) {
      entry.append(sql(closing));
    }
    return entry.toString();
  }

  private static String sql(Closing closing) {
    var held = DriftWords.held(closing);
    var sql = DriftWords.sql(closing);
    var shown =
        sql.length() <= LONGEST_SQL
            ? sql
            : sql.substring(0, sql.offsetByCodePoints(0, LONGEST_SQL / 2)) + " ...";
    return "  - sql%s:\n\n%s"
        .formatted(
            held.isEmpty() ? "" : " (%s)".formatted(held), MarkdownText.block(shown, "    "));
  }

  private static String change(ShownChange change) {
    if (DriftWords.isShort(change)) {
      return "  - %s: %s → %s\n"
          .formatted(inline(change.facet()), value(change.from()), value(change.to()));
    }
    var lines = new ArrayList<String>();
    DriftWords.addChange(lines, change);
    var diff = lines.subList(1, lines.size()).stream().map(PrintableText::line).toList();
    return "  - %s:\n\n%s"
        .formatted(
            inline(change.facet()),
            MarkdownText.block(String.join("\n", diff) + "\n ", "    ")
                .replaceFirst("```(?:sql)?(?=\n)", "```diff"));
  }

  private static String value(@Nullable String value) {
    return value == null ? "(none)" : code(value);
  }

  private void addGone(DriftReport database) {
    var gone = terms.gone(database);
    if (!gone.isEmpty()) {
      var earlier = Objects.requireNonNull(terms.earlier());
      put("\n**Gone since %s**\n\n".formatted(DriftWords.day(earlier.at())));
      gone.forEach(entry -> put("- %s\n".formatted(code(DriftWords.gone(entry)))));
    }
  }

  private void put(String words) {
    text.append(words);
    room -= bytes(words);
  }

  private static String inline(String words) {
    return MarkdownText.inline(words);
  }

  private static String code(String words) {
    return MarkdownText.code(PrintableText.line(words));
  }

  private static int bytes(String words) {
    return words.getBytes(UTF_8).length;
  }
}
