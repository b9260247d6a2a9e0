package dev.deed.engine.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs several tasks at once, each on a virtual thread; a single task runs on the calling thread.
public final class Parallel {

  private Parallel() {}

  /// Limits the number of tasks at once to the connections that a server can spare.
  ///
  /// @return the results in the order of the tasks
  public static <T> List<T> run(List<Callable<T>> tasks) {
    return run(tasks, new ConnectionSlots(ConnectionSlots.ENOUGH));
  }

  public static <T> List<T> run(List<Callable<T>> tasks, ConnectionSlots places) {
    if (tasks.size() == 1) {
      return List.of(resultOf(in(places, tasks.getFirst())));
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = tasks.stream().map(task -> executor.submit(in(places, task))).toList();
      var results = new ArrayList<T>(futures.size());
      for (var future : futures) {
        results.add(resultOf(future));
      }
      return results;
    }
  }

  private static <T> Callable<T> in(ConnectionSlots places, Callable<T> task) {
    return () -> {
      places.enter();
      try {
        return task.call();
      } finally {
        places.leave();
      }
    };
  }

  private static <T> T resultOf(Callable<T> task) {
    try {
      return task.call();
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug
          ? bug
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped("interrupted", e);
    }
  }
}
