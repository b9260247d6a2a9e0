package dev.deed.drift;

import dev.deed.ownership.Service;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The SQL that makes one side equal to the other.
///
/// @param changes the side that the SQL runs on
/// @param equalTo the side that it becomes equal to
/// @param closings in the order in which they run
/// @param left objects of which a difference remains, because no statement can close it
/// @param allowed whether what loses rows, or rewrites tables, may run, too
/// @param proved a server has run the SQL, and found no difference afterwards
public record Reconciliation(
    String changes,
    String equalTo,
    List<Closing> closings,
    List<ObjectName> left,
    boolean allowed,
    boolean proved) {

  public Reconciliation {
    closings = List.copyOf(closings);
    left = List.copyOf(left);
  }

  public Reconciliation withProof() {
    return new Reconciliation(changes, equalTo, closings, left, allowed, true);
  }

  /// @param ownerOf the service that owns an object, if one does
  public Reconciliation withOwners(Function<ObjectName, Optional<Service>> ownerOf) {
    var owned =
        closings.stream()
            .map(c -> c.ownedBy(ownerOf.apply(c.closes().getFirst()).orElse(null)))
            .toList();
    return new Reconciliation(changes, equalTo, owned, left, allowed, proved);
  }

  /// Only what closes the differences of some objects, or is needed for that. A part of a proved
  /// reconciliation is not proved.
  ///
  /// @param isWanted whether the object's difference is to be closed
  public Reconciliation of(Predicate<ObjectName> isWanted) {
    var some = closings.stream().filter(c -> c.closes().stream().anyMatch(isWanted)).toList();
    return new Reconciliation(
        changes,
        equalTo,
        some,
        left.stream().filter(isWanted).toList(),
        allowed,
        proved && some.size() == closings.size());
  }

  /// The statements that run: all but those that have to be allowed first.
  public List<Closing> running() {
    return closings.stream().filter(this::runs).toList();
  }

  public boolean runs(Closing closing) {
    return !closing.destructive() || (allowed && closing.held() != Closing.Held.NEEDS_SECRET);
  }

  /// The statements that close the object's difference, or are needed for it.
  public List<Closing> closing(ObjectName object) {
    return closings.stream().filter(c -> c.closes().contains(object)).toList();
  }
}
