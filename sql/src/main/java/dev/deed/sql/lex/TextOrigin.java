package dev.deed.sql.lex;

import dev.deed.sql.Span;

/// The origin of a text: a file, or string constants in a file.
sealed interface TextOrigin {

  File file();

  /// The position in the file of a character of the text.
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

  /// Escapes and joints shift characters in strings: each one has its own position.
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
