package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Script;
import java.util.List;

/// A script with its service and its resolved statements, with the owners of their objects.
/// `OwnershipWatcher` creates it.
public final class ServiceScript {

  private final ServiceName service;
  private final Script script;
  private final List<OwnedStatement> statements;

  /// @param statements one for each statement of the script, in order
  ServiceScript(ServiceName service, Script script, List<OwnedStatement> statements) {
    this.service = service;
    this.script = script;
    this.statements = List.copyOf(statements);
  }

  public ServiceName service() {
    return service;
  }

  public Script script() {
    return script;
  }

  List<OwnedStatement> statements() {
    return statements;
  }

  /// One for each statement of the script, in order.
  public List<ResolvedStatement> resolved() {
    return statements.stream().map(OwnedStatement::resolved).toList();
  }
}
