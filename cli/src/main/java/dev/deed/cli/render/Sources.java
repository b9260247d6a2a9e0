package dev.deed.cli.render;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.Map;
import java.util.Optional;

/// The texts that findings point into, so that a renderer can show the line.
public record Sources(Map<SourceFile, String> texts) {

  public Sources {
    texts = Map.copyOf(texts);
  }

  /// The whole line on which `span` starts, without its end.
  Optional<String> line(SourceFile file, Span span) {
    var text = texts.get(file);
    if (text == null || span.start() > text.length()) {
      return Optional.empty();
    }
    return Optional.of(text.substring(lineStart(text, span.start()), lineEnd(text, span.start())));
  }

  private static int lineStart(String text, int offset) {
    var start = offset;
    while (start > 0 && !isEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int offset) {
    var end = offset;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
