package dev.deed.sql.expression;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// Walks expressions that nest too deeply for a thread's usual stack.
final class NestedWalk {

  /// A depth that fits any thread's stack.
  private static final int USUAL = 200;

  /// In bytes; only the used part is allocated.
  private static final long LARGE_STACK = 512L << 20;

  private final int most;
  private int depth;

  private NestedWalk(int most) {
    this.most = most;
  }

  /// @param walk runs here first, and again on a large stack if this one is too small; it counts
  ///   its levels with `enter` and `leave`
  static <T> T walk(Function<NestedWalk, T> walk) {
    try {
      return walk.apply(new NestedWalk(USUAL));
    } catch (TooDeep deep) {
      return onLargeStack(walk);
    }
  }

  private static <T> T onLargeStack(Function<NestedWalk, T> walk) {
    var result = new CompletableFuture<T>();
    Runnable run =
        () -> {
          try {
            result.complete(walk.apply(new NestedWalk(Integer.MAX_VALUE)));
          } catch (RuntimeException | StackOverflowError failure) {
            result.completeExceptionally(failure);
          }
        };
    new Thread(null, run, "expression", LARGE_STACK).start();
    try {
      return result.join();
    } catch (CompletionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  void enter() {
    if (++depth > most) {
      throw new TooDeep();
    }
  }

  void leave() {
    depth--;
  }

  /// Signals that the walk must be repeated; its stack trace is never read.
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("nested too deeply", null, false, false);
    }
  }
}
