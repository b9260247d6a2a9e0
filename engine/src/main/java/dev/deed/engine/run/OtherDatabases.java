package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.sql.DatabaseName;
import java.util.Map;

/// Databases that are not part of a run but may have applied what it requires: asked only if a
/// migration to be run requires one of theirs.
@FunctionalInterface
public interface OtherDatabases {

  OtherDatabases NONE = plan -> Map.of();

  Map<DatabaseName, History> requiredBy(Plan plan);
}
