package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.Both;
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
/// @param scratch a database on that server; null for deed's own
/// @param write the migrations that are written; null for none
public record DriftClosing(
    boolean wanted,
    Change change,
    boolean allowed,
    boolean moving,
    boolean prove,
    @Nullable String scratch,
    @Nullable ClosingWish write) {

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

  /// A report with the SQL that closes its drift.
  ///
  /// @param unwritten the migrations of a dry run
  /// @param recorded whether the history of a side has changed meanwhile
  record Closed(DriftReport report, List<Report.StoryText> unwritten, boolean recorded) {

    static Closed of(DriftReport report) {
      return new Closed(report, List.of(), false);
    }
  }

  /// @param ownerOf the owner of an object of that database
  /// @param recording null where no history learns of it
  /// @throws ClosingProof.NotProved if the SQL does not close the drift
  Closed close(
      @Nullable Project project,
      Surroundings surroundings,
      DriftReport report,
      Both<Side> sides,
      Function<ObjectName, Optional<Service>> ownerOf,
      @Nullable DriftRecording recording) {
    if (!wanted || report.drifts().isEmpty()) {
      return Closed.of(report);
    }
    var changed = change == Change.FROM ? sides.from() : sides.to();
    var other = change == Change.FROM ? sides.to() : sides.from();
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
      return Closed.of(closed);
    }
    var files =
        new ClosingFiles(project, surroundings, write, allowed, scratch, accepted, recording)
            .write(report, changed, other, ownerOf);
    var left = files.left();
    return new Closed(
        (left == null ? closed : left).with(List.of(), files.remarks()),
        files.unwritten(),
        left != null);
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
