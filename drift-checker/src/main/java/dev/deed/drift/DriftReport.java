package dev.deed.drift;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All drift of one database between two sides.
///
/// @param from the name of the first side: an environment or a file
/// @param drifts ordered by severity, then by owner (unowned last), then by object
/// @param notCompared what one side does not contain or could not be read
/// @param remarks how a side was read, where that is not as asked
/// @param ownersAreKnown false if there is no ownership file: no object has an owner then
/// @param reconciliation the SQL that closes the drift; null where it was not asked for
public record DriftReport(
    DatabaseName database,
    String from,
    String to,
    List<Drift> drifts,
    List<NotCompared> notCompared,
    List<String> remarks,
    boolean ownersAreKnown,
    @Nullable Reconciliation reconciliation) {

  public DriftReport {
    drifts = List.copyOf(drifts);
    notCompared = List.copyOf(notCompared);
    remarks = List.copyOf(remarks);
  }

  /// The same report, where there is no ownership file to know an owner.
  public DriftReport withoutOwners() {
    return new DriftReport(database, from, to, drifts, notCompared, remarks, false, reconciliation);
  }

  /// The same report with more about its sides.
  public DriftReport with(List<NotCompared> alsoNotCompared, List<String> moreRemarks) {
    return new DriftReport(
        database,
        from,
        to,
        drifts,
        Stream.concat(notCompared.stream(), alsoNotCompared.stream()).toList(),
        Stream.concat(remarks.stream(), moreRemarks.stream()).toList(),
        ownersAreKnown,
        reconciliation);
  }

  /// The same report with some of its differences, in order, and the SQL that closes those.
  public DriftReport withDrifts(List<Drift> some) {
    var ordered = some.stream().sorted(DriftCheck.ORDER).toList();
    var closing =
        reconciliation == null || some.size() == drifts.size()
            ? reconciliation
            : reconciliation.of(objects(some)::contains);
    return new DriftReport(
        database, from, to, ordered, notCompared, remarks, ownersAreKnown, closing);
  }

  private static Set<ObjectName> objects(List<Drift> drifts) {
    var objects = new HashSet<ObjectName>();
    for (var drift : drifts) {
      objects.add(drift.difference().object());
      if (drift.difference() instanceof Difference.Renamed renamed) {
        objects.add(renamed.from().name());
      }
    }
    return objects;
  }

  /// The same report with a cause for each difference.
  public DriftReport withCauses(Function<Drift, Cause> causes) {
    return new DriftReport(
        database,
        from,
        to,
        drifts.stream().map(drift -> drift.withCause(causes.apply(drift))).toList(),
        notCompared,
        remarks,
        ownersAreKnown,
        reconciliation);
  }

  /// The same report, with the SQL that closes the drift.
  public DriftReport with(Reconciliation closing) {
    return new DriftReport(
        database, from, to, drifts, notCompared, remarks, ownersAreKnown, closing);
  }

  /// @param side its name
  /// @param objects the objects or statements that it is about, in words; empty for all
  /// @param dumped the side is the output of pg_dump, which has options for that
  public record NotCompared(String side, Silence facts, List<String> objects, boolean dumped) {
    public NotCompared {
      objects = List.copyOf(objects);
    }

    public NotCompared(String side, Silence facts, List<String> objects) {
      this(side, facts, objects, false);
    }

    public NotCompared(String side, Silence facts) {
      this(side, facts, List.of());
    }
  }

  /// What a side does not contain, or what of it cannot be compared.
  public enum Silence {
    /// `--no-owner`
    OWNERS,
    /// `--no-privileges`
    PRIVILEGES,
    /// Migrations do not name the role that runs them.
    OWNERS_OF_MIGRATIONS,
    /// Privileges that no migration grants.
    OTHER_PRIVILEGES,
    /// What the server prints in other words than the migrations.
    DEFINITIONS,
    /// What statements do that deed cannot read.
    UNREADABLE_STATEMENTS,
    /// What such a statement may have made or changed.
    UNCERTAIN_OBJECTS,
    /// What was there before the first migration.
    OLDER_OBJECTS,
    /// What the catalogs do not show.
    UNREAD_OBJECTS;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
