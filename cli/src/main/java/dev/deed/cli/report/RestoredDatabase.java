package dev.deed.cli.report;

import dev.deed.engine.connect.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backup that was restored into a new database, or would be.
///
/// @param plan what is done, step by step
/// @param database the new one, by its name on the server
/// @param place its URL without a password; null where nothing was done
/// @param problems what it lacks
/// @param wayBack SQL that exchanges the databases again; empty where they were not
public record RestoredDatabase(
    Target target,
    List<String> plan,
    String database,
    @Nullable String place,
    long rows,
    int tables,
    List<String> problems,
    List<String> wayBack) {

  public RestoredDatabase {
    plan = List.copyOf(plan);
    problems = List.copyOf(problems);
    wayBack = List.copyOf(wayBack);
  }
}
