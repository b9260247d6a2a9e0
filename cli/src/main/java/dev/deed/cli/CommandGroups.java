package dev.deed.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The commands by job, those of every day first.
final class CommandGroups {

  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    group("Begin here", "init new check apply drift");
    group("Write migrations", "expand generate squash");
    group("Judge SQL", "lint effects rehearse explain");
    group(
        "Work on a database",
        "plan sql checklist status history rollback adopt stamp verify record exec branch backup restore doctor emergency");
    group("Change a table in use", "changeover contract ack backfill");
    group("Own tables", "owners grants journal");
    group("Set up", "ci completion man demo");
  }

  private static final int INDENT = 2;
  private static final int GAP = 2;

  /// With less room next to the names, the texts are below them.
  private static final int ROOM = 30;

  private CommandGroups() {}

  private static void group(String title, String names) {
    GROUPS.put(title, List.of(names.split(" ")));
  }

  static List<String> names() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  /// @param headerOf the line that says what a command does; null for one that is not known
  static List<String> lines(Function<String, String> headerOf, int width) {
    var longest = names().stream().mapToInt(String::length).max().orElseThrow();
    var lines = new ArrayList<String>();
    GROUPS.forEach((title, names) -> {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(title + ":");
      for (var name : names) {
        lines.addAll(entry(name, headerOf.apply(name), longest, width));
      }
    });
    return lines;
  }

  /// The name, then what it does, next to it where there is room, else below.
  private static List<String> entry(String name, String header, int longest, int width) {
    var beside = INDENT + longest + GAP;
    var start = " ".repeat(INDENT) + name;
    if (width < beside + ROOM) {
      var lines = new ArrayList<>(List.of(start));
      lines.addAll(wrapped(header, " ".repeat(INDENT * 2), width));
      return lines;
    }
    var lines = wrapped(header, " ".repeat(beside), width);
    lines.set(0, start + lines.getFirst().substring(start.length()));
    return lines;
  }

  /// @param indent before each line
  static List<String> wrapped(String text, String indent, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(indent);
    for (var word : text.split(" ")) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(indent.length());
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
