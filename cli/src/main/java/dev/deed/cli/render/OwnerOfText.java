package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.check.ObjectOwner;
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
    var owned = report.relation();
    return switch (owned.owner()) {
      case ObjectOwner.ByClaim(_, var table, Owner.OwnedBy claimed)
          when owned.service() != null -> {
        var isItsOwn = table.equals(owned.relation().name());
        yield OwnersText.person(owned.service())
            + (isItsOwn ? ", by " : ", with " + table.quoted() + ", by ")
            + claim(claimed.claim());
      }
      case ObjectOwner.ByCreation _ when owned.service() != null ->
          OwnersText.person(owned.service()) + ", whose migration created it";
      case ObjectOwner.ByClaim(_, _, Owner.Contested contested) ->
          "contested: "
              + contested.claims().stream()
                  .map(c -> "%s by %s".formatted(c.service(), claim(c)))
                  .collect(joining(", "));
      case ObjectOwner.ByClaim _,
          ObjectOwner.ByCreation _,
          ObjectOwner.Unknown _,
          ObjectOwner.System _,
          ObjectOwner.Cluster _,
          ObjectOwner.Session _ ->
          "none; the owning service should claim it in " + report.ownership();
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
