package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Span;
import org.jspecify.annotations.Nullable;

/// A text cut into tokens, held in arrays; the last one is `END`. White space and comments are not
/// tokens.
final class Tokens {

  private final String text;
  private final Sign[] signs;
  private final int[] starts;
  private final int[] ends;
  private final @Nullable Keyword[] keywords;
  private final int count;
  private final Lines lines;

  Tokens(
      String text, Sign[] signs, int[] starts, int[] ends, @Nullable Keyword[] keywords, int count) {
    this.text = text;
    this.signs = signs;
    this.starts = starts;
    this.ends = ends;
    this.keywords = keywords;
    this.count = count;
    this.lines = new Lines(text);
  }

  String text() {
    return text;
  }

  int count() {
    return count;
  }

  Sign sign(int token) {
    return signs[token];
  }

  /// The key word of an unquoted word, or null.
  @Nullable Keyword keyword(int token) {
    return keywords[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /// As written, quotes included.
  String raw(int token) {
    return text.substring(starts[token], ends[token]);
  }

  Span span(int token) {
    return spanOf(starts[token], ends[token]);
  }

  /// From the start of one token to the end of another.
  Span span(int first, int last) {
    return spanOf(starts[first], ends[last]);
  }

  Span spanOf(int start, int end) {
    return new Span(start, end, lines.line(start), lines.column(start));
  }
}
