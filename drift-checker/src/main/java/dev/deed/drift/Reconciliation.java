package dev.deed.drift;

import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// The SQL that makes one side equal to the other.
///
/// @param changes the side that the SQL runs on
/// @param equalTo the side that it becomes equal to
/// @param closings in the order in which they run
/// @param left objects of which a difference remains, because no statement can close it
/// @param proved a server has run the SQL, and found no difference afterwards
public record Reconciliation(
    String changes,
    String equalTo,
    List<Closing> closings,
    List<ObjectName> left,
    boolean proved) {

  public Reconciliation {
    closings = List.copyOf(closings);
    left = List.copyOf(left);
  }

  public Reconciliation withProof() {
    return new Reconciliation(changes, equalTo, closings, left, true);
  }

  /// The statements that close the object's difference, or are needed for it.
  public List<Closing> closing(ObjectName object) {
    return closings.stream().filter(c -> c.closes().contains(object)).toList();
  }
}
