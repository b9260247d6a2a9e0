package dev.deed.engine.run;

import java.util.List;

/// A part of a table: the rows after one key up to another, or a row of blocks.
///
/// @param after exclusive; empty for the beginning
/// @param upTo inclusive; empty for the end
record KeyRange(List<String> after, List<String> upTo) {

  static final KeyRange ALL = new KeyRange(List.of(), List.of());

  KeyRange {
    after = List.copyOf(after);
    upTo = List.copyOf(upTo);
  }

  boolean isLast() {
    return upTo.isEmpty();
  }

  String words() {
    return "%s to %s"
        .formatted(
            after.isEmpty() ? "the first row" : "after (" + String.join(", ", after) + ")",
            upTo.isEmpty() ? "the last row" : "(" + String.join(", ", upTo) + ")");
  }
}
