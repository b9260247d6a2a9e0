package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pool between deed and PostgreSQL gives every transaction another session: the run lock,
/// timeouts and `CONCURRENTLY` need one session from beginning to end.
public final class PooledConnection extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private PooledConnection(String message, String advice) {
    super(message, advice);
  }

  /// Checked before connecting: some hosts reveal a pool by their name.
  public static void refuse(Address address) {
    address
        .url()
        .directHost()
        .ifPresent(direct -> {
          throw host(address, direct);
        });
  }

  private static PooledConnection host(Address address, String direct) {
    return new PooledConnection(
        address.target().words()
            + " is reached through a connection pool: "
            + address.url().place(),
        "use the direct host " + direct + " in the URL; applications may keep the pooled one");
  }

  /// Found out by behavior, before anything was changed.
  ///
  /// @param direct host and port of PostgreSQL itself as the pool reaches it, null if unknown
  static PooledConnection found(Address address, @Nullable String direct) {
    return new PooledConnection(
        "%s is reached through a connection pool that keeps no session: %s"
            .formatted(address.target().words(), address.url().place()),
        "use the address of PostgreSQL itself in the URL%s, or a pool in session mode; applications may keep this one"
            .formatted(direct == null ? "" : " (the pool reaches it at " + direct + ")"));
  }

  /// A pool in statement mode refuses transactions, also those that only read.
  public static Optional<PooledConnection> refusingTransactions(Address address, SQLException e) {
    return e.getMessage() != null && e.getMessage().contains("statement pooling")
        ? Optional.of(found(address, null))
        : Optional.empty();
  }

  public static PooledConnection seen(Address address) {
    return new PooledConnection(
        "the session of "
            + address.target().words()
            + " changed during the run: "
            + address.url().place()
            + " is a connection pool",
        "use the URL of PostgreSQL itself, or a pool in session mode, and run deed apply again");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
