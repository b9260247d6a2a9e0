package dev.deed.cli.host;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A value that is computed in the background.
public final class Background<T> implements Supplier<T> {

  private final FutureTask<T> task;

  private Background(FutureTask<T> task) {
    this.task = task;
  }

  public static <T> Background<T> making(Supplier<T> making) {
    var task = new FutureTask<>(making::get);
    Thread.ofVirtual().name("deed-meanwhile").start(task);
    return new Background<>(task);
  }

  /// Waits for the value, and throws what its computation threw.
  @Override
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
