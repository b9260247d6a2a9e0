package dev.deed.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where migrations are now that a squash has taken into one file: what requires one of them
/// requires that file.
record Replacements(Map<Requirement, Requirement> places) {

  private static final Replacements NONE = new Replacements(Map.of());

  static Replacements of(List<Migration> all) {
    var places = new HashMap<Requirement, Requirement>();
    for (var migration : all) {
      for (var replaced : migration.replaces()) {
        places.put(
            new Requirement(migration.name().database(), replaced.version()), migration.place());
      }
    }
    return places.isEmpty() ? NONE : new Replacements(places);
  }

  /// Those whose requirements are to be read as that of the file that took them in.
  List<Migration> resolved(List<Migration> all) {
    return places.isEmpty()
        ? all
        : all.stream().map(migration -> migration.withReplaced(places)).toList();
  }
}
