package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Script;
import java.util.List;

/// A script, the service that asks to run it, and its statements in their place, with the owners of
/// what they reach. `OwnershipWatcher` makes it.
public final class ServiceScript {

  private final ServiceName service;
  private final Script script;
  private final List<OwnedStatement> statements;

  /// @param statements one for each of the script's, in the same order
  ServiceScript(ServiceName service, Script script, List<OwnedStatement> statements) {
    this.service = service;
    this.script = script;
    this.statements = List.copyOf(statements);
  }

  ServiceName service() {
    return service;
  }

  Script script() {
    return script;
  }

  List<OwnedStatement> statements() {
    return statements;
  }

  /// One for each of the script's statements, in the same order.
  public List<ResolvedStatement> resolved() {
    return statements.stream().map(OwnedStatement::resolved).toList();
  }
}
