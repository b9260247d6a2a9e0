package dev.deed.drift;

import dev.deed.drift.Difference.Changed;
import dev.deed.ownership.DriftIgnore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A report without the differences that the ownership file ignores.
///
/// @param report what is left of it
/// @param ignored the differences that are left out whole
/// @param used the entries that hide something
public record IgnoredDrift(DriftReport report, List<Drift> ignored, Set<DriftIgnore> used) {

  public IgnoredDrift {
    ignored = List.copyOf(ignored);
    used = Set.copyOf(used);
  }

  /// @param searchPath of the report's database
  public static IgnoredDrift of(
      DriftReport report, List<DriftIgnore> ignores, List<String> searchPath) {
    var hiding = new Hiding(report, ignores, searchPath, new HashSet<>());
    var left = new ArrayList<Drift>();
    var ignored = new ArrayList<Drift>();
    for (var drift : report.drifts()) {
      var rest = hiding.rest(drift);
      if (rest == null) {
        ignored.add(drift);
      } else {
        left.add(rest);
      }
    }
    return new IgnoredDrift(report.withDrifts(left), ignored, hiding.used());
  }

  private record Hiding(
      DriftReport report,
      List<DriftIgnore> ignores,
      List<String> searchPath,
      Set<DriftIgnore> used) {

    /// Null if nothing is left of it.
    @Nullable Drift rest(Drift drift) {
      var anchor = DriftCheck.anchor(drift.difference());
      var rest = drift;
      for (var ignore : ignores) {
        if (!ignore.matches(report.database(), drift.difference().object(), anchor, searchPath)) {
          continue;
        }
        if (!ignore.isOfFacet()) {
          used.add(ignore);
          return null;
        }
        if (rest.difference() instanceof Changed changed) {
          var other = without(changed, ignore);
          if (other.changes().size() < changed.changes().size()) {
            used.add(ignore);
          }
          if (other.changes().isEmpty()) {
            return null;
          }
          rest = rest.with(other);
        }
      }
      return rest;
    }

    private static Changed without(Changed changed, DriftIgnore ignore) {
      var changes =
          changed.changes().stream().filter(change -> !ignore.matches(change.facet())).toList();
      return new Changed(changed.from(), changed.to(), changes);
    }
  }
}
