package dev.deed.engine.connect;

import dev.deed.sql.UserException;
import java.io.Serial;

/// Between us and PostgreSQL is a pool that gives every transaction another session: the run lock,
/// time-outs and `CONCURRENTLY` need one session from beginning to end.
public final class PooledConnection extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private PooledConnection(String message, String advice) {
    super(message, advice);
  }

  /// Before there is a connection: some hosts say it in their name.
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

  public static PooledConnection seen(Address address) {
    return new PooledConnection(
        "the session of "
            + address.target().words()
            + " changed under way: "
            + address.url().place()
            + " is a connection pool",
        "use the URL of PostgreSQL itself, or a pool in session mode, and run deed apply again");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
