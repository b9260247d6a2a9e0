package dev.deed.engine.protocol;

import dev.deed.engine.PlannedMigration;
import java.util.List;

/// What is asked of the server in a migration's own transaction, in the message that writes the
/// history: when the last statement and the deferred constraints are through, and still as the role
/// that ran them. A command that fails rolls back the migration.
@FunctionalInterface
public interface BeforeCommit {

  BeforeCommit NOTHING = move -> List.of();

  List<Command> of(PlannedMigration move);
}
