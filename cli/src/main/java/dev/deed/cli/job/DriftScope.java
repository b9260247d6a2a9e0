package dev.deed.cli.job;

import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.engine.Scopes.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database that was built from a part of the migrations lacks the tables of other services, as
/// it should: they are left out of the report.
///
/// @param from the part that the first side has; null for everything
/// @param to the part that the second side has; null for everything
record DriftScope(@Nullable Part from, @Nullable Part to) {

  DriftReport of(DriftReport report) {
    var rest = report.drifts().stream().filter(drift -> !isOutside(drift)).toList();
    var left = report.drifts().size() - rest.size();
    return left == 0
        ? report
        : report
            .withDrifts(rest)
            .with(
                List.of(),
                List.of(
                    left == 1
                        ? "1 object of a service outside of the scope is left out"
                        : left + " objects of services outside of the scope are left out"));
  }

  private boolean isOutside(Drift drift) {
    return switch (drift.difference()) {
      case Difference.Missing _ -> isOutside(drift, to);
      case Difference.Added _ -> isOutside(drift, from);
      case Difference.Renamed _, Difference.Changed _ -> false;
    };
  }

  private static boolean isOutside(Drift drift, @Nullable Part part) {
    var owner = drift.owner();
    return part != null && owner != null && !part.services().contains(owner.name());
  }
}
