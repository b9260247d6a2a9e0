package dev.deed.cli.job;

import dev.deed.drift.Closing;
import dev.deed.drift.DriftReport;
import dev.deed.ownership.Service;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whose a statement is that closes differences.
final class ClosingOwners {

  private final Map<ObjectName, Service> ofDrifts = new HashMap<>();
  private final Function<ObjectName, Optional<Service>> ownerOf;
  private final @Nullable ServiceName fallback;

  /// @param fallback the service that gets what no service claims; null for none
  ClosingOwners(
      DriftReport report,
      Function<ObjectName, Optional<Service>> ownerOf,
      @Nullable ServiceName fallback) {
    this.ownerOf = ownerOf;
    this.fallback = fallback;
    for (var drift : report.drifts()) {
      var owner = drift.owner();
      if (owner != null) {
        ofDrifts.put(drift.difference().object(), owner);
      }
    }
  }

  /// Empty if no service claims what the statement is about.
  Optional<ServiceName> of(Closing closing) {
    return closing.closes().stream()
        .map(this::owner)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.ofNullable(fallback));
  }

  private Optional<ServiceName> owner(ObjectName object) {
    return ownerOf(object).map(Service::name);
  }

  /// The report is asked first: only that knows the table of an index.
  Optional<Service> ownerOf(ObjectName object) {
    return Optional.ofNullable(ofDrifts.get(object))
        .or(() -> ownerOf.apply(object))
        .or(() -> ownerOf.apply(ObjectName.table(object.name())));
  }

  /// @throws NoOwner if some statement has no service whose folder it could go into
  void refuseUnowned(List<Closing> closings) {
    var unowned = new TreeSet<String>();
    closings.stream()
        .filter(closing -> of(closing).isEmpty())
        .flatMap(closing -> closing.closes().stream())
        .forEach(object -> unowned.add(object.words()));
    if (!unowned.isEmpty()) {
      throw new NoOwner(String.join(", ", unowned));
    }
  }

  /// No service claims an object, so there is no folder for its migration.
  static final class NoOwner extends UserException {

    private static final long serialVersionUID = 1L;

    NoOwner(String objects) {
      super(
          "no service owns %s, so there is no folder for the migration".formatted(objects),
          "claim them in the ownership file (owns:), or name the service that gets them: --service NAME");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
