package dev.deed.drift.close;

import dev.deed.drift.Closing;
import dev.deed.drift.Closing.Held;
import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.RenameStatement;
import dev.deed.drift.WholeSides;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Renames, which come before everything else: all that refers to the object follows it.
record RenameSql(WholeSides sides) {

  private static final String NOTE = "taken for a rename: all else about it is equal";

  List<Closing> closings() {
    var renames = new ArrayList<Renamed>();
    for (var difference : sides.reported()) {
      if (difference instanceof Renamed renamed) {
        renames.add(renamed);
      }
    }
    var taken = new HashSet<ObjectName>();
    renames.forEach(r -> taken.add(r.from().name()));
    renames.addAll(ofIdentities(taken));
    renames.forEach(r -> taken.add(r.from().name()));
    var closings = new ArrayList<Closing>();
    // Relations first: a part is renamed under its relation's new name.
    for (var parts : List.of(false, true)) {
      for (var renamed : renames) {
        var isPart = renamed.from().name().kind().isPartOfRelation();
        if (isPart == parts && !taken.contains(renamed.to().name())) {
          closings.add(closing(renamed));
        }
      }
    }
    return closings;
  }

  /// The sequence of an identity column is never created or dropped by itself, whatever else is
  /// different about it.
  private List<Renamed> ofIdentities(Set<ObjectName> renamed) {
    var gone = new HashMap<ObjectName, Sequence>();
    var come = new ArrayList<Sequence>();
    for (var difference : sides.all()) {
      switch (difference) {
        case Missing(Sequence old) when isOfIdentity(old) && !renamed.contains(old.name()) ->
            gone.put(Objects.requireNonNull(old.ownedBy()), old);
        case Added(Sequence now) when isOfIdentity(now) -> come.add(now);
        default -> {}
      }
    }
    var renames = new ArrayList<Renamed>();
    for (var now : come) {
      var column = Objects.requireNonNull(now.ownedBy());
      var old = gone.get(column);
      if (old != null) {
        renames.add(new Renamed(old, now, "both are the sequence of " + column.text()));
      }
    }
    return renames;
  }

  private static boolean isOfIdentity(Sequence sequence) {
    return sequence.identity() && sequence.ownedBy() != null;
  }

  private static Closing closing(Renamed renamed) {
    var old = renamed.from().name();
    var now = renamed.to().name();
    var evidence = renamed.evidence();
    return new Closing(
        RenameStatement.of(old, now),
        List.of(old, now),
        false,
        Held.NO,
        evidence == null ? NOTE : "taken for a rename: " + evidence);
  }
}
