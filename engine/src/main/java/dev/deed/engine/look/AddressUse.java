package dev.deed.engine.look;

import dev.deed.engine.LiveUse;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.history.ConnectionUse;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Connects for each question: only a changeover that is nearly over asks any.
record AddressUse(Address address, Patience patience) implements LiveUse {

  @Override
  public Optional<Instant> now() {
    return ReadOnlySession.at(address, patience, connection -> new ConnectionUse(connection).now());
  }

  @Override
  public List<String> dependants(QualifiedName table, @Nullable String column) {
    return ReadOnlySession.at(
        address, patience, connection -> new ConnectionUse(connection).dependants(table, column));
  }

  @Override
  public List<String> naming(QualifiedName table, String column) {
    return ReadOnlySession.at(
        address, patience, connection -> new ConnectionUse(connection).naming(table, column));
  }

  @Override
  public List<String> sleeping(List<ObjectName> triggers) {
    return triggers.isEmpty()
        ? List.of()
        : ReadOnlySession.at(
            address, patience, connection -> new ConnectionUse(connection).sleeping(triggers));
  }

  @Override
  public boolean isGone(QualifiedName table) {
    return ReadOnlySession.at(
        address, patience, connection -> new ConnectionUse(connection).isGone(table));
  }

  @Override
  public boolean isGone(QualifiedName table, String column) {
    return ReadOnlySession.at(
        address, patience, connection -> new ConnectionUse(connection).isGone(table, column));
  }

  @Override
  public Readers readers(QualifiedName table, @Nullable String column, Duration quiet) {
    return ReadOnlySession.at(
        address,
        patience,
        connection -> new ConnectionUse(connection).readers(table, column, quiet));
  }
}
