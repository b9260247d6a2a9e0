package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.cli.report.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The relations of a map: an area for each service of each database, with a name for each area and
/// each relation that any document can hold.
final class OwnerAreas {

  private static final String UNOWNED = "no owner";

  /// @param id as in `a1`
  /// @param title the service, or that there is none
  record Area(String id, String database, String title, List<Placed> relations) {}

  /// @param id as in `t1`
  record Placed(String id, OwnedRelation owned) {}

  private final List<Area> areas = new ArrayList<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  private OwnerAreas() {}

  static OwnerAreas of(OwnerReport.Owners report) {
    var result = new OwnerAreas();
    var byArea = new TreeMap<String, TreeMap<String, List<OwnedRelation>>>();
    for (var owned : report.relations()) {
      var title = owned.service() == null ? UNOWNED : owned.service().name().text();
      byArea
          .computeIfAbsent(owned.database().text(), _ -> new TreeMap<>())
          .computeIfAbsent(title, _ -> new ArrayList<>())
          .add(owned);
    }
    byArea.forEach((database, services) ->
        services.forEach((title, relations) -> result.add(database, title, relations)));
    return result;
  }

  private void add(String database, String title, List<OwnedRelation> relations) {
    var placed = new ArrayList<Placed>();
    for (var owned : relations) {
      var id = "t" + (ids.size() + 1);
      ids.put(key(database, owned.relation().name().dotted()), id);
      placed.add(new Placed(id, owned));
    }
    areas.add(new Area("a" + (areas.size() + 1), database, title, placed));
  }

  private static String key(String database, String relation) {
    return database + "/" + relation;
  }

  List<Area> all() {
    return areas;
  }

  /// The areas of a service's name, in all databases.
  List<Area> named(String service) {
    return areas.stream().filter(area -> area.title().equals(service)).toList();
  }

  /// A line between two relations, by their ids.
  record Line(String from, String to) {}

  List<Line> references() {
    var lines = new ArrayList<Line>();
    for (var area : areas) {
      for (var placed : area.relations()) {
        for (var target : placed.owned().details().references()) {
          var to = ids.get(key(area.database(), target.name().dotted()));
          if (to != null && !to.equals(placed.id())) {
            lines.add(new Line(placed.id(), to));
          }
        }
      }
    }
    return lines;
  }

  /// A line from the area of each service that uses a table of another one, where it has an area.
  List<Line> uses() {
    var lines = new ArrayList<Line>();
    for (var area : areas) {
      for (var placed : area.relations()) {
        for (var use : placed.owned().uses()) {
          user(use.service().name().text(), area.database())
              .ifPresent(user -> lines.add(new Line(user.id(), placed.id())));
        }
      }
    }
    return lines;
  }

  /// The area of a service, in the database of the table if it has one there.
  private Optional<Area> user(String service, String database) {
    var own = named(service);
    return own.stream()
        .filter(area -> area.database().equals(database))
        .findFirst()
        .or(() -> own.stream().findFirst());
  }

  static String shown(String text) {
    return PrintableText.line(text);
  }

  /// Without `public`, which nearly every name has.
  static String name(OwnedRelation owned) {
    var name = owned.relation().name();
    return shown("public".equals(name.schema()) ? name.name() : name.dotted());
  }
}
