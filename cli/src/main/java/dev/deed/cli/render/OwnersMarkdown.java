package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.Title;
import dev.deed.sql.effect.ObjectKind;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `SCHEMA_OWNERSHIP.md`: a table a database.
final class OwnersMarkdown {

  private OwnersMarkdown() {}

  static String of(OwnerReport.Owners report) {
    var text =
        new StringBuilder(
            """
            # Who owns which tables

            Made from the ownership file and the migrations: change those, not this file, and then run
            `deed owners --format markdown=SCHEMA_OWNERSHIP.md`.
            """);
    var database = "";
    for (var owned : report.relations()) {
      if (!owned.database().text().equals(database)) {
        database = owned.database().text();
        text.append("\n## ").append(database).append("\n\n");
        text.append("| table | owner | team | contact | used by |\n|---|---|---|---|---|\n");
      }
      text.append(row(owned));
    }
    return text.toString();
  }

  private static String row(OwnedRelation owned) {
    var kind = owned.relation().kind();
    var words = kind == ObjectKind.TABLE ? "" : " (" + kind.words() + ")";
    var uses =
        owned.uses().stream()
            .map(u -> u.service().name() + " " + OwnersText.words(u.grant().access()))
            .collect(Collectors.joining(", "));
    return "| %s%s | %s | %s |\n"
        .formatted(
            MarkdownText.codeInCell(owned.relation().name().quoted()),
            words,
            owner(owned.title()),
            MarkdownText.of(uses))
        .replace("|  |", "| |");
  }

  private static String owner(Title title) {
    return switch (title) {
      case Title.ByClaim claimed -> person(claimed.service());
      case Title.ByCreation created -> person(created.service());
      case Title.Contested contested -> "**contested**: " + OwnersText.services(contested) + " | |";
      case Title.None _ -> "**nobody** | |";
    };
  }

  private static String person(Service service) {
    return "%s | %s | %s".formatted(service.name(), cell(service.team()), cell(service.contact()));
  }

  private static String cell(@Nullable String text) {
    return MarkdownText.of(Objects.toString(text, ""));
  }
}
