package dev.deed.ownership.propose;

import dev.deed.ownership.propose.SourceFacts.TableLink;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ways to divide the tables of a database among services: by the role that owns them, by schema,
/// by the beginning of their names, by the foreign keys between them.
record TableGroups(Collection<QualifiedName> tables) {

  /// Fewer tables with a common beginning are not a group.
  private static final int FEW = 3;

  /// A way that leaves more of the tables out is none.
  private static final double MOST = 0.7;

  private static final String PUBLIC = "public";

  Optional<SortedMap<String, List<QualifiedName>>> byRole(Map<QualifiedName, String> roles) {
    return divided(table -> roles.getOrDefault(table, ""), 1);
  }

  Optional<SortedMap<String, List<QualifiedName>>> bySchema() {
    return divided(table -> table.schema() == null ? PUBLIC : table.schema(), 1);
  }

  Optional<SortedMap<String, List<QualifiedName>>> byPrefix() {
    return divided(TableGroups::prefix, FEW);
  }

  private static String prefix(QualifiedName table) {
    var name = table.name();
    var end = name.indexOf('_', 1);
    return end < 0 ? name : name.substring(0, end);
  }

  private Optional<SortedMap<String, List<QualifiedName>>> divided(
      Function<QualifiedName, String> key, int few) {
    var groups = new TreeMap<String, List<QualifiedName>>();
    for (var table : tables) {
      var name = UnitName.usable(key.apply(table));
      if (!name.isEmpty()) {
        groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(table);
      }
    }
    groups.values().removeIf(group -> group.size() < few);
    return isDivision(groups.values()) ? Optional.of(groups) : Optional.empty();
  }

  /// Named for the table that the most foreign keys lead to or come from.
  Optional<SortedMap<String, List<QualifiedName>>> byLinks(List<TableLink> links) {
    var root = new HashMap<QualifiedName, QualifiedName>();
    tables.forEach(table -> root.put(table, table));
    var degree = new HashMap<QualifiedName, Integer>();
    for (var link : links) {
      if (root.containsKey(link.from()) && root.containsKey(link.to())) {
        degree.merge(link.from(), 1, Integer::sum);
        degree.merge(link.to(), 2, Integer::sum);
        var from = rootOf(link.from(), root);
        var to = rootOf(link.to(), root);
        root.put(from, to);
      }
    }
    var clusters =
        tables.stream().sorted().collect(Collectors.groupingBy(table -> rootOf(table, root)));
    var groups = new TreeMap<String, List<QualifiedName>>();
    for (var cluster : clusters.values()) {
      if (cluster.size() >= FEW) {
        var center =
            cluster.stream()
                .max((a, b) -> degree.getOrDefault(a, 0) - degree.getOrDefault(b, 0))
                .orElseThrow();
        groups.putIfAbsent(UnitName.usable(center.name()), cluster);
      }
    }
    groups.remove("");
    return isDivision(groups.values()) ? Optional.of(groups) : Optional.empty();
  }

  private static QualifiedName rootOf(
      QualifiedName table, Map<QualifiedName, QualifiedName> roots) {
    var at = table;
    for (var next = roots.get(at); next != null && !next.equals(at); next = roots.get(at)) {
      at = next;
    }
    return at;
  }

  private boolean isDivision(Collection<List<QualifiedName>> groups) {
    var covered = groups.stream().mapToInt(List::size).sum();
    return groups.size() > 1 && covered >= tables.size() * MOST;
  }
}
