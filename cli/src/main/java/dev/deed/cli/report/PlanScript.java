package dev.deed.cli.report;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;

/// A plan of one database, as a script for `psql`.
///
/// @param place as people read it: `auth (staging)`
/// @param sql empty where there is no plan
/// @param file where it was written to, or null
/// @param failure why there is no plan, or null
public record PlanScript(
    String place,
    DatabaseName database,
    int migrations,
    String sql,
    @Nullable SourceFile file,
    @Nullable UserException failure) {}
