package dev.deed.engine.file;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes something of each of many files on all cores, and hands it over in the order of the files,
/// in one thread: so what comes out is the same on any number of cores. No more is made ahead than
/// keeps the cores busy.
public record InOrder(int cores) {

  /// Files that a core takes at a time: handing over each of them costs more than a small file.
  private static final int BATCH = 16;

  /// How many batches may wait for each core.
  private static final int AHEAD = 4;

  /// What comes after is done by one core, which more of them would only wait for.
  private static final int MOST_CORES = 8;

  public static InOrder onAllCores() {
    return new InOrder(Math.min(MOST_CORES, Runtime.getRuntime().availableProcessors()));
  }

  /// @param making called in any thread, and for some items also where an earlier one failed
  /// @param taking called in this thread, in order; what one of both throws ends the work
  public <T, R> void each(List<T> items, Function<T, R> making, Consumer<R> taking) {
    if (cores == 1 || items.size() <= BATCH) {
      items.forEach(item -> taking.accept(making.apply(item)));
      return;
    }
    try (var work = new Work<>(items, making, cores)) {
      for (var i = 1; i < cores; i++) {
        Thread.ofPlatform().daemon().name("deed-ahead").start(work::helps);
      }
      work.handsTo(taking);
    }
  }

  private static final class Work<T, R> implements AutoCloseable {

    private final AtomicReferenceArray<@Nullable FutureTask<List<R>>> batches;
    private final int cores;
    private final Semaphore room;

    /// The first one is begun by the thread that takes them.
    private final AtomicInteger next = new AtomicInteger(1);

    Work(List<T> items, Function<T, R> making, int cores) {
      this.cores = cores;
      room = new Semaphore(cores * AHEAD);
      batches = new AtomicReferenceArray<>((items.size() + BATCH - 1) / BATCH);
      for (var i = 0; i < batches.length(); i++) {
        var batch = items.subList(i * BATCH, Math.min(items.size(), (i + 1) * BATCH));
        batches.set(i, new FutureTask<>(() -> batch.stream().map(making).toList()));
      }
    }

    void helps() {
      do {
        room.acquireUninterruptibly();
      } while (makesNext());
    }

    /// There is room for it.
    private boolean makesNext() {
      var claimed = next.getAndIncrement();
      if (claimed >= batches.length()) {
        return false;
      }
      var batch = batches.get(claimed);
      if (batch != null) {
        batch.run();
      }
      return true;
    }

    /// A batch that no other thread has begun is made here, and so is a later one while another
    /// thread still makes the one that is wanted.
    void handsTo(Consumer<R> taking) {
      for (var i = 0; i < batches.length(); i++) {
        var batch = Objects.requireNonNull(batches.getAndSet(i, null));
        batch.run();
        var isMore = true;
        while (isMore && !batch.isDone() && room.tryAcquire()) {
          isMore = makesNext();
        }
        made(batch).forEach(taking);
        room.release();
      }
    }

    private static <R> List<R> made(FutureTask<List<R>> batch) {
      try {
        return batch.get();
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

    /// Lets the other threads end.
    @Override
    public void close() {
      next.set(batches.length());
      room.release(cores);
    }
  }
}
