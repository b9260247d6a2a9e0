package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.Side;
import dev.deed.drift.close.Reconciler;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds to a report the SQL that closes its drift.
///
/// @param wanted whether the SQL is to be shown
/// @param allowed whether what loses rows may run
/// @param moving whether columns are moved to their places
/// @param prove whether a server runs it first
/// @param write the description of the migrations that are written; null for none
/// @param scratch a database on that server; null for deed's own
public record DriftClosing(
    boolean wanted,
    Change change,
    boolean allowed,
    boolean moving,
    boolean prove,
    @Nullable String scratch,
    @Nullable String write) {

  public static final DriftClosing NONE =
      new DriftClosing(false, Change.FROM, false, false, false, null, null);

  /// The side that is changed.
  public enum Change {
    FROM,
    TO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param ownerOf the owner of an object of that database
  /// @throws ClosingProof.NotProved if the SQL does not close the drift
  DriftReport close(
      @Nullable Project project,
      Surroundings surroundings,
      DriftReport report,
      Side from,
      Side to,
      Function<ObjectName, Optional<Service>> ownerOf) {
    if (!wanted || report.drifts().isEmpty()) {
      return report;
    }
    var changed = change == Change.FROM ? from : to;
    var other = change == Change.FROM ? to : from;
    var accepted = accepted(project, report.database());
    var written =
        moving
            ? Reconciler.withOrder(changed, other, allowed, accepted)
            : Reconciler.between(changed, other, allowed, accepted);
    var reconciliation =
        prove
            ? new ClosingProof(surroundings, scratch, accepted)
                .prove(report.database(), changed, other, written)
            : written;
    var closed =
        report.with(reconciliation.withOwners(new ClosingOwners(report, ownerOf, null)::ownerOf));
    if (write == null || project == null) {
      return closed;
    }
    var files = new ClosingFiles(project, surroundings, write, allowed, scratch, accepted);
    return closed.with(List.of(), files.write(report, changed, other, ownerOf));
  }

  private static AcceptedDrift accepted(@Nullable Project project, DatabaseName database) {
    return project == null
        ? AcceptedDrift.none(database)
        : new AcceptedDrift(
            database,
            project.ownership().driftIgnores(),
            project.ownership().map().searchPath(database));
  }
}
