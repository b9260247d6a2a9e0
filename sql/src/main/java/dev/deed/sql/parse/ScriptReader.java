package dev.deed.sql.parse;

import dev.deed.sql.SourceFile;
import dev.deed.sql.lex.Canonical;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.NestedTooDeeply;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.script.Script;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Reads SQL text. Never throws for mistakes in the text: they are findings of the script.
public final class ScriptReader {

  /// In bytes; reserved, but used only if the text nests deeply.
  private static final long LARGE_STACK = 512L << 20;

  private ScriptReader() {}

  public static Script read(SourceFile file, String text) {
    var tokens = Tokens.of(text);
    return read(file, tokens, tokens.count() - 1);
  }

  /// Reads the statements before token `end`.
  static Script read(SourceFile file, Tokens tokens, int end) {
    try {
      return new ScriptParser(file, tokens, Depth.onAnyStack()).script(end);
    } catch (NestedTooDeeply deep) {
      return onLargeStack(file, tokens, end);
    }
  }

  /// The tokens of `sql` in one normal spelling: comments and white space are ignored.
  public static String canonical(String sql) {
    var tokens = Tokens.of(sql);
    return Canonical.of(tokens, 0, tokens.count() - 1);
  }

  private static Script onLargeStack(SourceFile file, Tokens tokens, int end) {
    var script = new CompletableFuture<Script>();
    Runnable read =
        () -> {
          try {
            script.complete(new ScriptParser(file, tokens, Depth.onLargeStack()).script(end));
          } catch (RuntimeException | StackOverflowError failure) {
            script.completeExceptionally(failure);
          }
        };
    new Thread(null, read, "script-reader", LARGE_STACK).start();
    try {
      return script.join();
    } catch (CompletionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }
}
