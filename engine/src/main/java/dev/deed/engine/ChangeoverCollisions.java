package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Changeovers of one table that do not know of each other, as two branches write them: where one
/// takes a column away that an index or a constraint of the other one is on, that goes with the
/// column.
final class ChangeoverCollisions {

  static final RuleName COLLISION = new RuleName("changeover-collision");

  private final Migrations migrations;

  private ChangeoverCollisions(Migrations migrations) {
    this.migrations = migrations;
  }

  /// @param built what its indexes and constraints are on: columns, and expressions as text
  /// @param leaving columns that its contract takes away, by their names before the switch
  private record Story(String name, List<Migration> files, Set<String> built, Set<String> leaving) {

    Story {
      files = List.copyOf(files);
    }

    Stream<String> takes(Story other) {
      return leaving.stream().filter(c -> other.built.stream().anyMatch(text -> names(text, c)));
    }

    private static boolean names(String text, String column) {
      return Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
          .matcher(text)
          .find();
    }

    Migration contract() {
      return files.stream()
          .filter(f -> f.changeover().orElseThrow().phase() == ChangeoverPart.Phase.CONTRACT)
          .reduce(files.getFirst(), (_, last) -> last);
    }

    Migration first() {
      return files.getFirst();
    }
  }

  static List<Finding> of(Migrations migrations) {
    return new ChangeoverCollisions(migrations).findings();
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var ofTable : stories().values()) {
      for (var later : ofTable) {
        for (var earlier : ofTable) {
          if (earlier.first().version().compareTo(later.first().version()) < 0) {
            add(earlier, later, findings);
          }
        }
      }
    }
    return findings;
  }

  private record Place(String database, QualifiedName table) {}

  private Map<Place, List<Story>> stories() {
    var files = new LinkedHashMap<Place, Map<String, List<Migration>>>();
    for (var migration : migrations.all()) {
      migration
          .changeover()
          .ifPresent(part ->
              files
                  .computeIfAbsent(
                      new Place(migration.name().database().text(), part.table()),
                      _ -> new LinkedHashMap<>())
                  .computeIfAbsent(part.name(), _ -> new ArrayList<>())
                  .add(migration));
    }
    var stories = new LinkedHashMap<Place, List<Story>>();
    files.forEach((place, named) -> {
      if (named.size() > 1) {
        stories.put(
            place,
            named.entrySet().stream()
                .map(story -> story(place.table(), story.getKey(), story.getValue()))
                .toList());
      }
    });
    return stories;
  }

  private static Story story(QualifiedName table, String name, List<Migration> unordered) {
    var files = unordered.stream().sorted(Comparator.comparing(Migration::version)).toList();
    var built = new TreeSet<String>();
    var leaving = new TreeSet<String>();
    for (var file : files.reversed()) {
      switch (file.changeover().orElseThrow().phase()) {
        case EXPAND, BACKFILL -> effects(file).forEach(e -> build(e, table, built));
        case SWITCH -> effects(file).forEach(e -> rename(e, table, leaving));
        case CONTRACT ->
            effects(file)
                .forEach(e -> {
                  if (e instanceof DropsColumn drops && drops.table().equals(table)) {
                    leaving.add(drops.column());
                  }
                });
        case KEEP -> {}
      }
    }
    return new Story(name, files, built, leaving);
  }

  private static Stream<Effect> effects(Migration file) {
    return file.up().script().statements().stream().flatMap(s -> s.effects().stream());
  }

  private static void build(Effect effect, QualifiedName table, Set<String> built) {
    switch (effect) {
      case CreatesIndex index when index.table().equals(table) -> {
        for (var element : index.elements()) {
          built.add(element.column() == null ? element.expression().canonical() : element.column());
        }
        built.addAll(index.include());
        if (index.where() != null) {
          built.add(index.where().canonical());
        }
      }
      case AddsConstraint adds when adds.target().name().equals(table) -> {
        switch (adds.constraint().rule()) {
          case Check check -> built.add(check.condition().canonical());
          case ForeignKey key -> built.addAll(key.columns());
          default -> {
            // the index of a key is built before
          }
        }
      }
      default -> {}
    }
  }

  private static void rename(Effect effect, QualifiedName table, Set<String> leaving) {
    if (effect instanceof Renames renames
        && renames.object().kind() == ObjectKind.COLUMN
        && renames.object().name().equals(table)
        && leaving.contains(renames.newName())) {
      leaving.add(renames.object().own());
    }
  }

  private void add(Story earlier, Story later, List<Finding> findings) {
    var lost =
        Stream.concat(later.takes(earlier), earlier.takes(later)).distinct().sorted().toList();
    if (lost.isEmpty() || waits(later.first(), earlier)) {
      return;
    }
    findings.add(
        Finding.error(
            COLLISION,
            later.first().file(),
            Span.NONE,
            "changeover %s does not wait for %s, and one of them drops %s, on which the other one builds an index or a constraint: that would go with the column"
                .formatted(later.name(), earlier.name(), String.join(", ", lost)),
            "let it begin after the other one's end: -- deed: requires "
                + earlier.contract().place()));
  }

  /// For a contract of the other one, also by way of other migrations.
  private boolean waits(Migration first, Story earlier) {
    var ends = new HashSet<Requirement>();
    earlier.files().stream()
        .filter(f -> f.changeover().orElseThrow().phase() == ChangeoverPart.Phase.CONTRACT)
        .forEach(f -> ends.add(f.place()));
    var byPlace = new LinkedHashMap<Requirement, Migration>();
    migrations.all().forEach(m -> byPlace.put(m.place(), m));
    var seen = new HashSet<Requirement>();
    var open = new ArrayDeque<>(first.requires());
    while (!open.isEmpty()) {
      var next = open.poll();
      if (ends.contains(next)) {
        return true;
      }
      if (seen.add(next)) {
        var required = byPlace.get(next);
        open.addAll(required == null ? Collections.emptyList() : required.requires());
      }
    }
    return false;
  }
}
