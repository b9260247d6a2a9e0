package dev.deed.cli.render;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseAdoption;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Adoption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What deed takes over from other tools, as text.
final class AdoptText {

  private AdoptText() {}

  static String of(DatabaseReport.Adopted report) {
    return report.databases().stream()
        .map(database -> String.join("\n", lines(database, report.dryRun())))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(DatabaseAdoption database, boolean dryRun) {
    var lines = new ArrayList<String>();
    var adoption = database.adoption();
    if (adoption == null) {
      return List.of(database.target().words() + ": could not be taken over");
    }
    lines.add(database.target().words() + ": " + summary(adoption, dryRun));
    for (var move : adoption.moves()) {
      lines.add("  %-12s %s".formatted(dryRun ? "to carry" : "carried", move.name().words()));
    }
    for (var objection : adoption.objections()) {
      lines.add("  error: " + PrintableText.line(objection.message()));
      lines.add("  help: " + PrintableText.line(objection.advice()));
    }
    adoption.notices().forEach(notice -> lines.add("  note: " + PrintableText.line(notice)));
    if (adoption.objections().isEmpty() && !adoption.isDone()) {
      lines.addAll(after(database, adoption, dryRun));
    }
    return lines;
  }

  private static String summary(Adoption adoption, boolean dryRun) {
    if (!adoption.objections().isEmpty()) {
      return "cannot be taken over, and nothing was recorded";
    }
    if (adoption.isDone()) {
      return "deed has taken over already, and nothing is left to carry";
    }
    var count = adoption.carried().size();
    var migrations = count == 1 ? "1 migration" : count + " migrations";
    var tools =
        adoption.tools().isEmpty()
            ? ""
            : " from "
                + adoption.tools().stream()
                    .map(Adoption.From::title)
                    .collect(Collectors.joining(", "));
    return dryRun
        ? "would take over%s, with %s".formatted(tools, migrations)
        : "taken over%s, with %s".formatted(tools, migrations);
  }

  private static List<String> after(DatabaseAdoption database, Adoption adoption, boolean dryRun) {
    var lines = new ArrayList<String>();
    if (!dryRun) {
      lines.add(
          database.isSame()
              ? "  the schema is the same as before: " + database.after().substring(0, 12)
              : "  error: the schema is not the same as before; another session changed it meanwhile");
    }
    var ways = adoption.waysBack();
    if (!ways.isEmpty()) {
      lines.add(
          "  the way back: the tool's own table stays as it is; go on with the tool, after telling it what deed has applied meanwhile (%s)"
              .formatted(String.join(", ", ways)));
    }
    return lines;
  }
}
