package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Missing;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Which missing and added objects are the same one under two names, as the databases of the sides
/// remember.
///
/// @param inFrom what the first side's database knows of names that are added
/// @param inTo what the second side's knows of names that are missing
record RenameEvidence(List<KnownName> inFrom, List<KnownName> inTo) {

  static RenameEvidence about(List<Difference> differences, Both<NameMemory> memories) {
    var missing = new HashSet<String>();
    var added = new HashSet<String>();
    for (var difference : differences) {
      if (difference instanceof Missing m) {
        missing.add(m.object().simpleName());
      } else if (difference instanceof Added a) {
        added.add(a.object().simpleName());
      }
    }
    if (missing.isEmpty() || added.isEmpty()) {
      return new RenameEvidence(List.of(), List.of());
    }
    return new RenameEvidence(memories.from().of(added), memories.to().of(missing));
  }

  Optional<String> same(ObjectName missing, ObjectName added) {
    return NameMemory.same(inTo, missing, added)
        .or(() -> NameMemory.same(inFrom, added, missing))
        .map(KnownName::words);
  }

  boolean isAnother(ObjectName missing, ObjectName added) {
    return NameMemory.isAnother(inTo, missing, added)
        || NameMemory.isAnother(inFrom, added, missing);
  }

  /// Renames that a person may want instead of the two differences: more than the name differs.
  ///
  /// @param differences without those that follow from others
  List<String> offers(List<Difference> differences) {
    if (inFrom.isEmpty() && inTo.isEmpty()) {
      return List.of();
    }
    var offers = new ArrayList<String>();
    for (var one : differences) {
      for (var other : differences) {
        if (one instanceof Missing missing && other instanceof Added added) {
          same(missing.object(), added.object())
              .ifPresent(words -> offers.add(offer(missing.object(), added.object(), words)));
        }
      }
    }
    return offers;
  }

  private static String offer(ObjectName missing, ObjectName added, String words) {
    return "%s and %s may be one object that was renamed and changed: %s. If so, rename it first, which keeps its rows: %s"
        .formatted(missing.words(), added.text(), words, RenameStatement.of(missing, added));
  }
}
