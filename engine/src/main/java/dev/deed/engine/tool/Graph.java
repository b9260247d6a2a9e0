package dev.deed.engine.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Migrations that name those before them.
///
/// @param before the names of those that come before each one
record Graph(Map<String, List<String>> before) {

  static Graph empty() {
    return new Graph(new LinkedHashMap<>());
  }

  void add(String name, Collection<String> earlier) {
    before.put(name, List.copyOf(earlier));
  }

  /// Every one after those before it, otherwise as they were added; what is in a circle is left
  /// out.
  List<String> ordered() {
    var ordered = new ArrayList<String>();
    var done = new HashSet<String>();
    var open = new ArrayList<>(before.keySet());
    for (var progress = true; progress; ) {
      progress = false;
      var rest = new ArrayList<String>();
      for (var name : open) {
        var isReady =
            before.getOrDefault(name, List.of()).stream()
                .allMatch(earlier -> done.contains(earlier) || !before.containsKey(earlier));
        if (isReady) {
          ordered.add(name);
          done.add(name);
          progress = true;
        } else {
          rest.add(name);
        }
      }
      open = rest;
    }
    return ordered;
  }

  /// Those that no other one names.
  List<String> heads(Map<String, List<String>> parents) {
    Set<String> named = new HashSet<>();
    parents.values().forEach(named::addAll);
    return before.keySet().stream().filter(name -> !named.contains(name)).toList();
  }
}
