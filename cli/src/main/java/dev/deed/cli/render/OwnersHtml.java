package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The map of owners as one HTML file: services as areas with their tables, foreign keys as lines,
/// and what is known of a table after a click.
final class OwnersHtml {

  private final OwnerReport.Owners report;
  private final OwnerAreas areas;

  private OwnersHtml(OwnerReport.Owners report) {
    this.report = report;
    this.areas = OwnerAreas.of(report);
  }

  static String of(OwnerReport.Owners report) {
    return HtmlPage.of("owners", new OwnersHtml(report).page());
  }

  private Map<String, Object> page() {
    var services =
        report.relations().stream()
            .map(OwnedRelation::service)
            .filter(Objects::nonNull)
            .map(service -> service.name().text())
            .distinct()
            .count();
    var page = new HashMap<String, Object>();
    page.put(
        "summary",
        "%s of %s"
            .formatted(
                DriftWords.counted(report.relations().size(), "table"),
                DriftWords.counted((int) services, "service")));
    page.put("areas", areas.all().stream().map(this::area).toList());
    page.put(
        "lines",
        Stream.concat(
                areas.references().stream().map(line -> line(line, false)),
                areas.uses().stream().map(line -> line(line, true)))
            .toList());
    page.put(
        "tables",
        areas.all().stream()
            .flatMap(area -> area.relations().stream().map(placed -> table(area, placed)))
            .toList());
    return page;
  }

  private static Map<String, Object> line(OwnerAreas.Line line, boolean isUse) {
    return Map.of("from", line.from(), "to", line.to(), "isUse", isUse);
  }

  private static String size(OwnedRelation owned) {
    var bytes = owned.details().bytes();
    return bytes == null ? "" : RehearsalWords.bytes(bytes);
  }

  private Map<String, Object> area(OwnerAreas.Area area) {
    var service = area.relations().getFirst().owned().service();
    var contacts =
        service == null
            ? ""
            : Stream.of(service.team(), service.contact())
                .filter(Objects::nonNull)
                .map(OwnerAreas::shown)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    return Map.of(
        "id", area.id(),
        "database", area.database(),
        "title", OwnerAreas.shown(area.title()),
        "contacts", contacts,
        "isOwned", service != null,
        "tables",
            area.relations().stream()
                .map(placed ->
                    Map.of(
                        "id", placed.id(),
                        "name", OwnerAreas.name(placed.owned()),
                        "stored", size(placed.owned())))
                .toList());
  }

  private Map<String, Object> table(OwnerAreas.Area area, OwnerAreas.Placed placed) {
    var owned = placed.owned();
    var details = owned.details();
    var table = new HashMap<String, Object>();
    table.put("id", placed.id());
    table.put("name", OwnerAreas.name(owned));
    table.put("kind", owned.relation().kind().words());
    table.put("database", area.database());
    table.put("owner", OwnerAreas.shown(person(owned)));
    table.put("stored", size(owned));
    table.put(
        "columns",
        details.columns().stream()
            .map(column ->
                Map.of(
                    "name", OwnerAreas.shown(column.name()),
                    "type", OwnerAreas.shown(column.type())))
            .toList());
    table.put(
        "references",
        details.references().stream().map(to -> OwnerAreas.shown(to.name().dotted())).toList());
    table.put(
        "uses",
        owned.uses().stream()
            .map(use ->
                OwnerAreas.shown(
                    "%s %s it"
                        .formatted(
                            OwnersText.person(use.service()),
                            OwnersText.words(use.grant().access()))))
            .toList());
    table.put(
        "migrations",
        details.migrations().stream().map(file -> OwnerAreas.shown(file.path())).toList());
    table.put(
        "locks",
        details.locks().stream()
            .map(lock ->
                OwnerAreas.shown(
                    "%s acquires %s in %s"
                        .formatted(lock.by(), lock.mode().words(), lock.migration())))
            .toList());
    return table;
  }

  private static String person(OwnedRelation owned) {
    var service = owned.service();
    return service == null ? "no service claims it alone" : OwnersText.person(service);
  }
}
