package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Script;
import java.util.List;

/// A script, the service that runs it, and its resolved statements.
///
/// @param statements one for each statement of the script, in the same order
public record ServiceScript(
    ServiceName service, Script script, List<ResolvedStatement> statements) {
  public ServiceScript {
    statements = List.copyOf(statements);
  }
}
