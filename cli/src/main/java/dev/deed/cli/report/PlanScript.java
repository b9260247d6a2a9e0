package dev.deed.cli.report;

import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;

/// The plan for one database as a script for `psql`.
///
/// @param target null without an environment
/// @param sql empty if there is no plan
/// @param file that the script was written to, or null
/// @param failure why there is no plan, or null
public record PlanScript(
    @Nullable Target target,
    DatabaseName database,
    int migrations,
    String sql,
    @Nullable SourceFile file,
    @Nullable UserException failure) {

  /// The displayed name: `auth (staging)`.
  public String place() {
    return target == null ? database.text() : target.words();
  }
}
