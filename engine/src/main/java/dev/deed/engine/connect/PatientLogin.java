package dev.deed.engine.connect;

import dev.deed.engine.connect.Patience.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One login at a server that accepts the connection and perhaps says no word. The driver waits in
/// a thread of its own, so that the wait can be told, and ends when the run is stopped.
final class PatientLogin {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final Address address;
  private final Patience patience;
  private final Cancellation stop;
  private final Duration longest;

  /// @param longest after which the driver gives up by itself
  PatientLogin(Address address, Patience patience, Cancellation stop, Duration longest) {
    this.address = address;
    this.patience = patience;
    this.stop = stop;
    this.longest = longest;
  }

  /// A stopped run, too, asks what became of a step, and far servers take their time: it waits as
  /// long as nothing is told.
  ///
  /// @throws Stopped if the run was stopped, and there is no answer
  BorrowedConnection of(Callable<BorrowedConnection> login) throws SQLException {
    var task = new FutureTask<>(login);
    Thread.ofPlatform().daemon().name("deed-login").start(task);
    var start = System.nanoTime();
    var isTold = false;
    while (true) {
      try {
        return task.get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        var waited = Duration.ofNanos(System.nanoTime() - start);
        var isSlow = waited.compareTo(SOON) >= 0;
        if (isSlow && stop.isAsked()) {
          closeLater(task);
          throw Stopped.waiting(
              address.target(), "an answer of " + address.url().place() + " to the login");
        }
        if (isSlow && !isTold) {
          isTold = true;
          patience
              .listener()
              .accept(
                  new Waiting(
                      address.target(),
                      address.url().place(),
                      "it does not answer to the login",
                      longest.minus(waited)));
        }
      } catch (InterruptedException e) {
        closeLater(task);
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted during the login", "08001", e);
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
  }

  private static SQLException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case SQLException failure -> failure;
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  /// Its session may begin after all.
  private static void closeLater(FutureTask<BorrowedConnection> task) {
    Thread.ofVirtual()
        .name("deed-late-login")
        .start(() -> {
          try {
            task.get().close();
          } catch (InterruptedException | ExecutionException e) {
            // There is no connection.
          }
        });
  }
}
