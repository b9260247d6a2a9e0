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
    private final Supplier<Form> form;
    private final boolean isNew;
    private final Map<Integer, Integer> last = new HashMap<>();
    private volatile int count;

    Writer(int number, Supplier<Form> form, boolean isNew) {
      super("writer-" + number);
      this.number = number;
      this.form = form;
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
        var form = this.form.get();
        if (form.columns().isEmpty()) {
          if (!idle.isEmpty()) {
            statement.execute("UPDATE %s SET other = 1 - other WHERE id = %d".formatted(idle, id));
          }
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
              case 0 -> "DELETE FROM %s WHERE id = %d".formatted(form.table(), id);
              case 1 -> form.upsert(id, value);
              default -> form.update(id, value);
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
  private final int turns;
  private volatile boolean stopped;
  private volatile Form old;
  private volatile Form added = Form.NONE;

  /// The table in which code writes neither form, empty where there is none.
  private volatile String idle;

  private volatile boolean isFilled;

  Writers(TestDatabase database, Case cases, boolean withOld, boolean withNew) {
    this(database, cases, withOld, withNew, 0, 25);
  }

  /// @param others the number of threads that write to the same table, each to rows of its own
  /// @param turns how often each writes between two steps
  Writers(
      TestDatabase database, Case cases, boolean withOld, boolean withNew, int others, int turns) {
    this.turns = turns;
    this.database = database;
    this.cases = cases;
    this.old = cases.old();
    this.idle = cases.old().table();
    if (withOld) {
      writers.add(new Writer(others + 1, () -> old, false));
    }
    if (withNew) {
      writers.add(new Writer(others + 2, () -> added, true));
    }
    writers.add(new Writer(others + 3, () -> Form.NONE, false));
    writers.forEach(Thread::start);
  }

  /// What is written from now on; nothing is written while `change` runs.
  void during(Form newOld, Form newAdded, Runnable change) {
    exchange.writeLock().lock();
    try {
      change.run();
      old = newOld;
      added = newAdded;
      idle = newOld.isNone() ? newAdded.table() : newOld.table();
    } finally {
      exchange.writeLock().unlock();
    }
  }

  /// @param isDone the backfill is
  void fill(boolean isDone) {
    isFilled = isDone;
  }

  /// Lets every writer write some more.
  void run() {
    var before = writers.stream().map(w -> w.count).toList();
    for (var i = 0; i < writers.size(); i++) {
      var writer = writers.get(i);
      while (writer.isAlive() && writer.count < before.get(i) + turns) {
        pause();
      }
    }
    check();
  }

  /// The server needs the processor more.
  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  void check() {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.toString());
    }
  }

  /// The rows are gone with the table.
  void forget() {
    exchange.writeLock().lock();
    try {
      writers.forEach(w -> w.last.clear());
    } finally {
      exchange.writeLock().unlock();
    }
  }

  /// What is not as it was written last.
  ///
  /// @param asNew the form holds values as new code writes them
  List<String> wrong(Form form, boolean asNew) {
    if (form.columns().isEmpty()) {
      return List.of();
    }
    var wrong = new ArrayList<String>();
    exchange.writeLock().lock();
    try {
      for (var writer : writers) {
        var values = new HashMap<Integer, String>();
        writer.last.forEach((id, pick) -> {
          var pair = cases.values().get(pick);
          values.put(id, asNew ? pair.added() : pair.read());
        });
        if (!values.isEmpty()) {
          database
              .query(form.unlike(values))
              .forEach(row -> wrong.add("%s: %s in %s".formatted(writer.getName(), row, form)));
        }
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
