package dev.deed.sql;

/// A range of a script's text: offsets in UTF-16 units, `end` exclusive; line and column of its
/// start, both from 1, the column in code points.
public record Span(int start, int end, int line, int column) {

  public static final Span NONE = new Span(0, 0, 1, 1);

  public int length() {
    return end - start;
  }
}
