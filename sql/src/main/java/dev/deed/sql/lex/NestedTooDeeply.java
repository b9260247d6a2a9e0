package dev.deed.sql.lex;

/// The text nests too deeply for this thread's stack: `ScriptReader` reads it again in a thread
/// with a larger one.
public final class NestedTooDeeply extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NestedTooDeeply() {
    super("nested too deeply for this stack", null, false, false);
  }
}
