package dev.deed.cli.host;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that is made while the program does something else.
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

  /// Waits for it, and throws what making it threw.
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
