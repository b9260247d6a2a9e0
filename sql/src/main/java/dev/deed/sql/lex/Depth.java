package dev.deed.sql.lex;

/// Counts the nesting depth of the parser, shared by a script and the bodies in it.
public final class Depth {

  /// How deep expressions and queries may nest.
  public static final int MOST_NESTING = 5_000;

  private final int most;
  private final boolean largeStack;
  private int depth;

  private Depth(int most, boolean largeStack) {
    this.most = most;
    this.largeStack = largeStack;
  }

  /// A limit that fits any thread's stack.
  public static Depth onAnyStack() {
    return new Depth(100, false);
  }

  public static Depth onLargeStack() {
    return new Depth(MOST_NESTING, true);
  }

  public void enter(Cursor cursor) {
    if (depth >= most) {
      throw largeStack
          ? cursor.error("nested too deeply: more than " + most + " levels")
          : new NestedTooDeeply();
    }
    depth++;
  }

  public void leave() {
    depth--;
  }

  public void reset() {
    depth = 0;
  }
}
