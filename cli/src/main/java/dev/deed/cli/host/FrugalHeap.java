package dev.deed.cli.host;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the heap small. The serial collector, with which a short program starts fastest, collects
/// what has lived for a while only when the system gives no more memory: a dump of 50 MB would take
/// a gigabyte. This asks it to collect earlier, in proportion to what is really used, so that no
/// run fails for a limit.
public final class FrugalHeap {

  private static final long MEGABYTE = 1 << 20;

  /// Below that, nothing is looked at: most runs stay there.
  private static final long SMALL = 128 * MEGABYTE;

  /// Of what has lived for a while.
  private static final long ROOM = 64 * MEGABYTE;

  private static final long PAUSE_MILLIS = 20;

  private @Nullable MemoryPoolMXBean old;
  private long limit = SMALL;

  private FrugalHeap() {}

  /// Watches it in a thread that ends with the program.
  public static void watch() {
    var thread = new Thread(new FrugalHeap()::run, "frugal-heap");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        if (usedInAll() > SMALL && used() > limit) {
          System.gc();
          limit = Math.max(SMALL, used() + ROOM);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long usedInAll() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// The beans are slow to make, so they are not before they are needed.
  private long used() {
    if (old == null) {
      old = oldGeneration().orElse(null);
    }
    return old == null ? usedInAll() : old.getUsage().getUsed();
  }

  private static Optional<MemoryPoolMXBean> oldGeneration() {
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    return pools.stream()
        .filter(pool -> {
          var name = pool.getName().toLowerCase(Locale.ROOT);
          return name.contains("tenured") || name.contains("old");
        })
        .findFirst();
  }
}
