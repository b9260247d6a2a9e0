package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.ownership.Claim;
import dev.deed.ownership.check.Title;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.schema.Relation.Table;
import java.util.List;

/// One table as text: its owner, its consumers, its history, its definition.
record OwnerOfText(OwnerReport.OwnerOf report) {

  String text() {
    var text = new StringBuilder();
    var relation = report.relation();
    text.append(PrintableText.line(relation.relation().words() + " in " + relation.database()));
    text.append("\n  owner: ").append(PrintableText.line(title())).append('\n');
    append(text, "consumers", "none", relation.uses().stream().map(this::use).toList());
    append(
        text,
        "dependent objects",
        "none in the migrations",
        report.dependences().stream().map(OwnerOfText::dependence).toList());
    append(text, "changed by", "", report.changes().stream().map(OwnerOfText::change).toList());
    append(text, "definition", "", report.definition().lines().toList());
    return text.toString().stripTrailing();
  }

  private static void append(
      StringBuilder text, String label, String otherwise, List<String> lines) {
    text.append("  ").append(label).append(lines.isEmpty() ? ": " + otherwise : ":").append('\n');
    lines.forEach(line -> text.append("    ").append(PrintableText.line(line)).append('\n'));
  }

  private String title() {
    return switch (report.relation().title()) {
      case Title.ByClaim claimed -> {
        var isItsOwn = claimed.table().equals(report.relation().relation().name());
        yield OwnersText.person(claimed.service())
            + (isItsOwn ? ", by " : ", with " + claimed.table().quoted() + ", by ")
            + claim(claimed.claim());
      }
      case Title.ByCreation created ->
          OwnersText.person(created.service()) + ", whose migration created it";
      case Title.Contested contested ->
          "contested: "
              + contested.claims().stream()
                  .map(c -> "%s by %s".formatted(c.service(), claim(c)))
                  .collect(joining(", "));
      case Title.None _ -> "none; the owning service should claim it in " + report.ownership();
    };
  }

  private String claim(Claim claim) {
    return "the claim %s (%s)".formatted(claim.pattern(), place(claim.span()));
  }

  private String use(OwnerReport.Use use) {
    return "%s: %s, granted at %s"
        .formatted(
            OwnersText.person(use.service()),
            OwnersText.words(use.grant().access()),
            place(use.grant().span()));
  }

  private String place(Span span) {
    return "%s:%d:%d".formatted(report.ownership(), span.line(), span.column());
  }

  private static String dependence(OwnerReport.Dependence dependence) {
    var owner = dependence.owner() == null ? "no owner" : dependence.owner().name().text();
    return "%s of %s %s"
        .formatted(
            dependence.dependant().object().name().words(), owner, verb(dependence.dependant()));
  }

  static String verb(Dependant dependant) {
    if (dependant.object() instanceof Table table) {
      return table.partition() == null ? "inherits from it" : "is a partition of it";
    }
    return dependant.access() == Access.DEFINES
        ? "changes it"
        : OwnersText.words(dependant.access()) + " it";
  }

  private static String change(OwnerReport.Change change) {
    var name = change.migration();
    return "%s  %s (%s): %s"
        .formatted(
            name.version(), name.slug(), name.service(), String.join(", ", change.commands()));
  }
}
