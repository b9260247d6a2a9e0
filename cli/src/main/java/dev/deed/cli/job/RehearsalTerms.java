package dev.deed.cli.job;

import dev.deed.drift.PgDump;
import dev.deed.engine.rehearsal.LoadScript;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.engine.run.RunPolicy;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How the runs of a rehearsal go about their work.
///
/// @param limit for one run
/// @param bystanders the other copies
/// @param load works in the copy meanwhile; null for none
/// @param pgDump compares schemas, too; null where it does not
/// @param remedy creates what only the copy's server lacks; true where another try is worth it
/// @param made the roles that it has created
/// @param isPrivate whether no other program uses the copy's server
record RehearsalTerms(
    RunPolicy policy,
    Duration limit,
    OtherDatabases bystanders,
    @Nullable LoadWish load,
    @Nullable PgDump pgDump,
    Predicate<UserException> remedy,
    Set<String> made,
    boolean isPrivate) {

  /// @param clients how many sessions
  public record LoadWish(LoadScript script, int clients) {}
}
