package dev.deed.engine.look.emergency;

/// The server and what the connected role may see of it.
///
/// @param postgres its major version
/// @param role that is connected
/// @param database that is connected to
/// @param readsAll whether the role sees other roles' queries
/// @param pooled something between deed and PostgreSQL answers for the server
/// @param oldest age of the oldest transaction number that is not frozen, of about 2 billion
public record ServerState(
    int postgres,
    String role,
    String database,
    boolean standby,
    boolean readsAll,
    boolean pooled,
    Slots slots,
    long oldest) {

  /// From here on only a freeze keeps the server from refusing to write.
  private static final long NEAR_WRAPAROUND = 1_500_000_000;

  /// Connections of clients.
  ///
  /// @param max `max_connections`
  /// @param reserved for superusers, and for roles of `pg_use_reserved_connections`
  public record Slots(int max, int reserved, int used) {

    /// For roles without privileges; never below zero.
    public int free() {
      return Math.max(0, max - reserved - used);
    }
  }

  public boolean isNearWraparound() {
    return oldest >= NEAR_WRAPAROUND;
  }
}
