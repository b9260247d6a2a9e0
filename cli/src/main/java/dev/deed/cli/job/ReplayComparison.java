package dev.deed.cli.job;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.LiveComparison;
import dev.deed.drift.Side;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.List;

/// What migrations say, compared with a database or a dump: the certain differences, and what could
/// not be compared.
///
/// @param differences from the migrations to the database
/// @param offers renames that a person may want instead of two of them
record ReplayComparison(
    List<Difference> differences, List<NotCompared> notCompared, List<String> offers) {

  /// @param relations those of the database; empty for a dump
  static ReplayComparison of(AppliedSide files, Side live, List<LiveRelation> relations) {
    var comparison = LiveComparison.of(files.replayed(), live);
    var doubts = new ReplayDoubts(files.expected(), relations, files.isBegun(), files.isOutside());
    var isComplete = doubts.isComplete(comparison);
    var differences = new ArrayList<Difference>();
    var older = new ArrayList<String>();
    var uncertain = new ArrayList<String>();
    for (var item : comparison.differences()) {
      var object = named(item.difference());
      var suspect = doubts.suspect(object);
      if (item.difference() instanceof Added added && !doubts.isCertain(added, item, isComplete)) {
        older.add(object.words());
      } else if (suspect != null) {
        uncertain.add("%s (%s)".formatted(object.words(), suspect));
      } else {
        differences.add(item.difference());
      }
    }
    var silent = new ArrayList<NotCompared>();
    silent.add(new NotCompared(files.text(), Silence.OWNERS_OF_MIGRATIONS));
    silent.add(new NotCompared(files.text(), Silence.OTHER_PRIVILEGES));
    var unsure = comparison.unsure().stream().map(ObjectName::words).toList();
    add(silent, files, Silence.DEFINITIONS, unsure);
    add(silent, files, Silence.UNREADABLE_STATEMENTS, files.unreadable());
    add(silent, files, Silence.UNCERTAIN_OBJECTS, uncertain);
    add(silent, files, Silence.OLDER_OBJECTS, older);
    return new ReplayComparison(differences, silent, DriftCheck.offers(differences, live));
  }

  private static void add(
      List<NotCompared> silent, AppliedSide files, Silence silence, List<String> objects) {
    if (!objects.isEmpty()) {
      silent.add(new NotCompared(files.text(), silence, objects));
    }
  }

  /// By the name that the migrations know.
  private static ObjectName named(Difference difference) {
    return switch (difference) {
      case Changed changed -> changed.from().name();
      case Renamed renamed -> renamed.from().name();
      case Added _, Difference.Missing _ -> difference.object();
    };
  }

  List<Difference> reversed() {
    return differences.stream().map(Difference::reversed).toList();
  }
}
