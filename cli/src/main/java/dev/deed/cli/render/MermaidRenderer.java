package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import java.util.Optional;
import java.util.stream.Collectors;

/// The map of owners as a flow chart of Mermaid, which GitHub and GitLab draw in a README.
final class MermaidRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return report instanceof OwnerReport.Owners owners
        ? Optional.of(chart(owners))
        : Optional.empty();
  }

  private static String chart(OwnerReport.Owners report) {
    var areas = OwnerAreas.of(report);
    var text = new StringBuilder("flowchart LR\n");
    for (var area : areas.all()) {
      text.append(
          "  subgraph %s[\"%s: %s\"]\n"
              .formatted(area.id(), quoted(area.database()), quoted(area.title())));
      for (var placed : area.relations()) {
        text.append(
            "    %s[\"%s\"]\n".formatted(placed.id(), quoted(OwnerAreas.name(placed.owned()))));
      }
      text.append("  end\n");
    }
    for (var line : areas.references()) {
      text.append("  %s --> %s\n".formatted(line.from(), line.to()));
    }
    for (var area : areas.all()) {
      for (var placed : area.relations()) {
        for (var use : placed.owned().uses()) {
          var user =
              areas.named(use.service().name().text()).stream()
                  .findFirst()
                  .map(OwnerAreas.Area::id)
                  .orElse("s_" + use.service().name().text().replace('-', '_'));
          text.append(
              "  %s -. %s .-> %s\n"
                  .formatted(user, OwnersText.words(use.grant().access()), placed.id()));
        }
      }
    }
    return text.toString();
  }

  /// Everything but letters, digits and plain signs as a number, so that no name is taken for
  /// syntax.
  private static String quoted(String text) {
    return OwnerAreas.shown(text)
        .codePoints()
        .mapToObj(c ->
            Character.isLetterOrDigit(c) || " ._-:".indexOf(c) >= 0
                ? Character.toString(c)
                : "#%d;".formatted(c))
        .collect(Collectors.joining());
  }
}
