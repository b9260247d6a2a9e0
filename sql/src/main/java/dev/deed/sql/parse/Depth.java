package dev.deed.sql.parse;

/// Counts the nesting depth of the parser, shared by a script and the bodies in it.
final class Depth {

  private final int most;
  private final boolean largeStack;
  private int depth;

  private Depth(int most, boolean largeStack) {
    this.most = most;
    this.largeStack = largeStack;
  }

  /// A limit that fits any thread's stack.
  static Depth onAnyStack() {
    return new Depth(100, false);
  }

  static Depth onLargeStack() {
    return new Depth(ScriptReader.MOST_NESTING, true);
  }

  void enter(Cursor cursor) {
    if (depth >= most) {
      throw largeStack
          ? cursor.error("nested too deeply: more than " + most + " levels")
          : new NestedTooDeeply();
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  void reset() {
    depth = 0;
  }
}
