package dev.deed.cli.changeover;

import dev.deed.engine.postgres.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Code that goes on writing while a change is made: one thread writes the old column, one the new
/// column, one neither. Each remembers what it wrote last to its own rows.
final class Writers implements AutoCloseable {

  private static final int ROWS = 60;

  /// What one thread does: it writes this column, with these values.
  private final class Writer extends Thread {

    private final int number;
    private final Supplier<String> column;
    private final boolean isNew;
    private final Map<Integer, Integer> last = new HashMap<>();
    private volatile int count;

    Writer(int number, Supplier<String> column, boolean isNew) {
      super("writer-" + number);
      this.number = number;
      this.column = column;
      this.isNew = isNew;
    }

    @Override
    public void run() {
      var random = new Random(number);
      try (var connection = database.connect();
          var statement = connection.createStatement()) {
        for (var i = 0; !stopped; i++) {
          write(statement, random, i);
          count = i + 1;
          Thread.sleep(1);
        }
      } catch (SQLException | InterruptedException e) {
        failures.add(getName() + ": " + e.getMessage());
      }
    }

    private void write(Statement statement, Random random, int turn) throws SQLException {
      var id = number * 1000 + random.nextInt(ROWS);
      var pick = random.nextInt(cases.values().size());
      var pair = cases.values().get(pick);
      exchange.readLock().lock();
      try {
        var name = column.get();
        if (name.isEmpty()) {
          statement.execute("UPDATE t SET other = 1 - other WHERE id = " + id);
          return;
        }
        var value = isNew ? pair.added() : pair.old();
        if (isNew && !isFilled && value.startsWith("NULL")) {
          // A row that is not filled yet has NULL already: that such a write was meant, no trigger
          // can see.
          return;
        }
        statement.execute(
            switch (turn % 4) {
              case 0 -> "DELETE FROM t WHERE id = %d".formatted(id);
              case 1 ->
                  "INSERT INTO t (id, %1$s) VALUES (%2$d, %3$s) ON CONFLICT (id) DO UPDATE SET %1$s = EXCLUDED.%1$s"
                      .formatted(name, id, value);
              default -> "UPDATE t SET %s = %s WHERE id = %d".formatted(name, value, id);
            });
        if (turn % 4 == 0) {
          last.remove(id);
        } else if (statement.getUpdateCount() == 1) {
          last.put(id, pick);
        }
      } finally {
        exchange.readLock().unlock();
      }
    }
  }

  private final TestDatabase database;
  private final Case cases;
  private final ReadWriteLock exchange = new ReentrantReadWriteLock(true);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private volatile boolean stopped;
  private volatile String old;
  private volatile String added = "";
  private volatile boolean isFilled;

  Writers(TestDatabase database, Case cases, boolean withOld, boolean withNew) {
    this.database = database;
    this.cases = cases;
    this.old = cases.old();
    if (withOld) {
      writers.add(new Writer(1, () -> old, false));
    }
    if (withNew) {
      writers.add(new Writer(2, () -> added, true));
    }
    writers.add(new Writer(3, () -> "", false));
    writers.forEach(Thread::start);
  }

  /// The columns' names from now on, empty where one is gone; nothing is written while `change`
  /// runs.
  void during(String newOld, String newAdded, Runnable change) {
    exchange.writeLock().lock();
    try {
      change.run();
      old = newOld;
      added = newAdded;
    } finally {
      exchange.writeLock().unlock();
    }
  }

  /// The backfill is done.
  void fill() {
    isFilled = true;
  }

  /// Lets every writer write some more.
  void run() {
    var before = writers.stream().map(w -> w.count).toList();
    for (var i = 0; i < writers.size(); i++) {
      var writer = writers.get(i);
      while (writer.isAlive() && writer.count < before.get(i) + 25) {
        Thread.onSpinWait();
      }
    }
    check();
  }

  void check() {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.toString());
    }
  }

  /// What is not as it was written last.
  ///
  /// @param column holds values as new code writes them
  List<String> wrong(String column, boolean asNew) {
    var wrong = new ArrayList<String>();
    exchange.writeLock().lock();
    try {
      for (var writer : writers) {
        writer.last.forEach((id, pick) -> {
          var pair = cases.values().get(pick);
          var value = asNew ? pair.added() : pair.old();
          var found =
              database.query(
                  "SELECT count(*) FROM t WHERE id = %d AND %s::text IS NOT DISTINCT FROM (%s)::text"
                      .formatted(id, column, value));
          if (!found.equals(List.of("1"))) {
            wrong.add(
                "%s: row %d should have %s %s, but has %s"
                    .formatted(
                        writer.getName(),
                        id,
                        column,
                        value,
                        database.query("SELECT * FROM t WHERE id = " + id)));
          }
        });
      }
    } finally {
      exchange.writeLock().unlock();
    }
    return wrong;
  }

  @Override
  public void close() {
    stopped = true;
    for (var writer : writers) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    check();
  }
}
