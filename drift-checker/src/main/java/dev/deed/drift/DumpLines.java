package dev.deed.drift;

import java.util.ArrayList;
import java.util.List;

/// What `pg_dump` writes about a schema, line by line: for a comparison that does not depend on
/// what deed understands of it. The order of objects does not count.
public record DumpLines(List<String> lines) {

  private static final int BUFFER = 1 << 15;

  public DumpLines {
    lines = List.copyOf(lines);
  }

  static DumpLines of(DumpText dump) {
    dump.awaitEnd();
    var text = new StringBuilder();
    var source = dump.reader();
    var buffer = new char[BUFFER];
    for (var count = source.read(buffer); count >= 0; count = source.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return new DumpLines(
        text.toString()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("--"))
            // A word that pg_dump makes up for each dump.
            .filter(line -> !line.startsWith("\\restrict ") && !line.startsWith("\\unrestrict "))
            .sorted()
            .toList());
  }

  /// Lines that only one of the two has: `- CREATE TABLE ...`, `+ ...`.
  public List<String> differences(DumpLines after) {
    var differences = new ArrayList<String>();
    var theirs = after.lines();
    var i = 0;
    var j = 0;
    while (i < lines.size() || j < theirs.size()) {
      var order =
          i == lines.size() ? 1 : j == theirs.size() ? -1 : lines.get(i).compareTo(theirs.get(j));
      if (order < 0) {
        differences.add("- " + lines.get(i));
      } else if (order > 0) {
        differences.add("+ " + theirs.get(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return differences;
  }
}
