package dev.deed.sql.parse;

import dev.deed.sql.Span;

/// Where a text came from: a file, or a string constant in one.
sealed interface Origin {

  Span span(int start, int end);

  /// The offset in the file.
  int offset(int offset);

  /// The text inside a string constant. What is between dollar quotes stands there as it is; in
  /// other constants escapes have moved it, and the whole constant is the nearest place to name.
  static Origin ofLiteral(Tokens outer, int token) {
    var raw = outer.raw(token);
    return raw.charAt(0) == '$'
        ? new Shifted(outer, outer.start(token) + raw.indexOf('$', 1) + 1)
        : new Literal(outer, token);
  }

  record File(Lines lines) implements Origin {
    @Override
    public Span span(int start, int end) {
      var line = lines.line(start);
      return new Span(start, end, line, lines.column(line, start));
    }

    @Override
    public int offset(int offset) {
      return offset;
    }
  }

  record Shifted(Tokens outer, int by) implements Origin {
    @Override
    public Span span(int start, int end) {
      return outer.spanOf(start + by, end + by);
    }

    @Override
    public int offset(int offset) {
      return outer.offsetInFile(offset + by);
    }
  }

  record Literal(Tokens outer, int token) implements Origin {
    @Override
    public Span span(int start, int end) {
      return outer.span(token);
    }

    @Override
    public int offset(int offset) {
      return outer.offsetInFile(outer.start(token));
    }
  }

  /// Each character has a place of its own in `outer`.
  ///
  /// @param places one more than there are characters
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Mapped(Tokens outer, int[] places) implements Origin {
    @Override
    public Span span(int start, int end) {
      return outer.spanOf(place(start), place(end));
    }

    @Override
    public int offset(int offset) {
      return outer.offsetInFile(place(offset));
    }

    private int place(int offset) {
      return places[Math.min(offset, places.length - 1)];
    }
  }
}
