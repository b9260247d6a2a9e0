package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.sql.DatabaseName;
import java.util.Map;

/// Databases that take no part in a run and may have what it requires: asked only where a migration
/// that is to be run requires something there.
@FunctionalInterface
public interface OtherDatabases {

  OtherDatabases NONE = plan -> Map.of();

  Map<DatabaseName, History> requiredBy(Plan plan);
}
