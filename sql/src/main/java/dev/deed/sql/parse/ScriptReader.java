package dev.deed.sql.parse;

import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import java.util.List;

/// Reads SQL text. Never throws for what is in the text: problems are findings of the script.
public final class ScriptReader {

  /// How deep expressions and queries may nest.
  static final int MOST_NESTING = 5_000;

  private ScriptReader() {}

  public static Script read(SourceFile file, String text) {
    return new Script(file, text, List.of(), List.of(), List.of());
  }

  /// The tokens of `sql` in one normal spelling: comments and white space do not count.
  public static String canonical(String sql) {
    return sql.strip();
  }
}
