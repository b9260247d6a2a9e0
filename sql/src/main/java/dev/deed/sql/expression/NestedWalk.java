package dev.deed.sql.expression;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// Walks expressions that nest deeper than a thread's usual stack bears.
final class NestedWalk {

  /// What any thread's stack bears.
  private static final int USUAL = 200;

  /// In bytes; only what is used of it is taken.
  private static final long LARGE_STACK = 512L << 20;

  private final int most;
  private int depth;

  private NestedWalk(int most) {
    this.most = most;
  }

  /// @param walk is tried here, and begun again on a large stack where that proves too small; it
  ///   counts its levels with `enter` and `leave`
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

  /// Says where to begin again; nobody reads its stack trace.
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("nested too deeply", null, false, false);
    }
  }
}
