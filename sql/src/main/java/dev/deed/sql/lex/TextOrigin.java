package dev.deed.sql.lex;

import dev.deed.sql.Span;

/// Where a text came from: a file, or string constants in one.
sealed interface TextOrigin {

  File file();

  /// Where in the file a character of the text stands.
  int offset(int offset);

  default Span span(int start, int end) {
    return file().between(offset(start), offset(end));
  }

  record File(Lines lines) implements TextOrigin {
    @Override
    public File file() {
      return this;
    }

    @Override
    public int offset(int offset) {
      return offset;
    }

    Span between(int start, int end) {
      var line = lines.line(start);
      return new Span(start, end, line, lines.column(line, start));
    }
  }

  /// Escapes and joints move what stands in strings: each character has a place of its own.
  ///
  /// @param places in the file, one more than there are characters
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Strings(File file, int[] places) implements TextOrigin {
    @Override
    public int offset(int offset) {
      return places[Math.min(offset, places.length - 1)];
    }
  }
}
