package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.cli.report.PrintableText;
import dev.deed.ownership.Owner;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The owners of tables as text: a line per table, with unowned and contested ones in capital
/// letters.
final class OwnersText {

  private OwnersText() {}

  static String of(OwnerReport.Owners report) {
    var text = new StringBuilder();
    var lines = report.relations().stream().map(OwnersText::cells).toList();
    var widths = List.of(width(lines, 0), width(lines, 1));
    var database = "";
    for (var i = 0; i < lines.size(); i++) {
      var of = report.relations().get(i).database().text();
      if (!of.equals(database)) {
        text.append(database.isEmpty() ? "" : "\n").append(of).append('\n');
        database = of;
      }
      text.append("  ").append(line(lines.get(i), widths)).append('\n');
    }
    return text + (database.isEmpty() ? "" : "\n") + count(report.relations());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return (pad(cells.get(0), widths.get(0))
            + "  "
            + pad(cells.get(1), widths.get(1))
            + "  "
            + cells.get(2))
        .stripTrailing();
  }

  private static List<String> cells(OwnedRelation owned) {
    var kind = owned.relation().kind();
    var name = PrintableText.line(owned.relation().name().quoted());
    var bytes = owned.details().bytes();
    return List.of(
        (kind == ObjectKind.TABLE ? name : name + " (" + kind.words() + ")")
            + (bytes == null ? "" : ", " + RehearsalWords.bytes(bytes)),
        PrintableText.line(owner(owned)),
        PrintableText.line(uses(owned)));
  }

  private static String uses(OwnedRelation owned) {
    return owned.uses().stream()
        .map(u -> u.service().name() + " " + words(u.grant().access()))
        .collect(joining(", "));
  }

  private static int width(List<List<String>> lines, int cell) {
    return lines.stream().mapToInt(l -> length(l.get(cell))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static String count(List<OwnedRelation> relations) {
    var contested = relations.stream().filter(r -> contested(r).isPresent()).count();
    var nobodys = relations.stream().filter(r -> r.service() == null).count() - contested;
    var counts = new ArrayList<String>();
    counts.add(relations.size() == 1 ? "1 table or view" : relations.size() + " tables and views");
    if (nobodys > 0) {
      counts.add(nobodys + " unowned");
    }
    if (contested > 0) {
      counts.add(contested + " contested");
    }
    return String.join(", ", counts);
  }

  private static String owner(OwnedRelation owned) {
    if (owned.service() != null) {
      return person(owned.service());
    }
    return contested(owned).map(c -> "CONTESTED: " + services(c)).orElse("UNOWNED");
  }

  static Optional<Owner.Contested> contested(OwnedRelation owned) {
    return owned.owner() instanceof ObjectOwner.ByClaim(_, _, Owner.Contested contested)
        ? Optional.of(contested)
        : Optional.empty();
  }

  static String services(Owner.Contested contested) {
    return contested.claims().stream()
        .map(c -> c.service().text())
        .distinct()
        .collect(joining(" and "));
  }

  static String person(Service service) {
    var contacts =
        Stream.of(service.team(), service.contact())
            .filter(Objects::nonNull)
            .collect(joining(", "));
    var name = service.name().text();
    return contacts.isEmpty() ? name : "%s (%s)".formatted(name, contacts);
  }

  static String words(Access access) {
    return access.name().toLowerCase(Locale.ROOT);
  }
}
