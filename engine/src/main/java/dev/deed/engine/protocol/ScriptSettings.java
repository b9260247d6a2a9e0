package dev.deed.engine.protocol;

import dev.deed.engine.PlannedMigration;
import dev.deed.sql.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every script of one database runs under.
///
/// @param lockTimeout how long a statement may wait for a lock
/// @param statementTimeout zero for none
/// @param concurrentTimeout for a statement that works concurrently, its waits included
/// @param idleTimeout for a transaction whose client is silent
/// @param roles the database role that a service's migrations run under, where one is declared
/// @param searchPath as the ownership file declares it
public record ScriptSettings(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration concurrentTimeout,
    Duration idleTimeout,
    Map<ServiceName, String> roles,
    List<String> searchPath,
    BeforeCommit beforeCommit) {

  public ScriptSettings {
    roles = Map.copyOf(roles);
    searchPath = List.copyOf(searchPath);
  }

  @Nullable String roleOf(PlannedMigration move) {
    return roles.get(move.name().service());
  }
}
