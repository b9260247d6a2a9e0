package dev.deed.cli.job;

import dev.deed.engine.HistoryRow;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a down that was stored with a migration would lose, and which locks it takes, as far as its
/// text shows.
///
/// @param loses empty if nothing in its text loses rows or values
/// @param locks that block writes or reads, strongest for each object
/// @param unknown what the text does not show
record DownWords(Set<String> loses, List<String> locks, Set<String> unknown) {

  static DownWords of(HistoryRow row) {
    var down = row.stored().down();
    var script = ScriptReader.read(new SourceFile("down"), down == null ? "" : down);
    var loses = new LinkedHashSet<String>();
    var unknown = new LinkedHashSet<String>();
    var modes = new LinkedHashMap<ObjectName, LockMode>();
    for (var statement : script.statements()) {
      for (var effect : statement.effects()) {
        add(effect, loses, unknown);
        for (var touch : effect.touches()) {
          var lock = touch.lock();
          if (lock != null && lock.blocksWrites()) {
            modes.merge(touch.object(), lock, LockMode::strongest);
          }
        }
      }
    }
    script.problems().forEach(problem -> unknown.add(problem.message()));
    var locks = new ArrayList<String>();
    modes.forEach((object, mode) -> locks.add(mode.words() + " on " + object.text()));
    return new DownWords(loses, locks, unknown);
  }

  private static void add(Effect effect, Set<String> loses, Set<String> unknown) {
    switch (effect) {
      case ObjectEffect.Drops drops -> {
        var kind = drops.object().kind();
        if (holdsRows(kind) && (drops.cascade() || kind != ObjectKind.SCHEMA)) {
          loses.add(drops.object().words() + " with all that is in it");
        } else if (kind == ObjectKind.INDEX && !drops.concurrently()) {
          unknown.add("the table of %s, which it locks too".formatted(drops.object().words()));
        } else if (drops.cascade()) {
          unknown.add("what CASCADE drops together with " + drops.object().words());
        }
      }
      case TableEffect.DropsColumn drops ->
          loses.add(
              "column %s.%s with its values"
                  .formatted(drops.target().name().dotted(), drops.column()));
      case TableEffect.AltersColumnType alters ->
          loses.add(
              "what the new type of column %s.%s cannot hold"
                  .formatted(alters.target().name().dotted(), alters.column()));
      case RowsEffect.TruncatesTable truncates ->
          loses.add("all rows of " + truncates.relation().dotted());
      case RowsEffect.WritesRows writes -> {
        if (writes.writing() == Writing.DELETE) {
          loses.add("the rows that it deletes from " + writes.relation().dotted());
        } else if (writes.writing() == Writing.UPDATE || writes.writing() == Writing.MERGE) {
          loses.add("the values that it overwrites in " + writes.relation().dotted());
        }
      }
      case Effect.Opaque opaque -> unknown.add(opaque.reason());
      default -> {}
    }
  }

  private static boolean holdsRows(ObjectKind kind) {
    return switch (kind) {
      case TABLE, RELATION, SCHEMA, COLUMN, SEQUENCE, FOREIGN_TABLE -> true;
      default -> false;
    };
  }

  String words() {
    var losing =
        loses.isEmpty() ? "its text loses no rows" : "it loses " + String.join(", ", loses);
    var locking =
        locks.isEmpty()
            ? "it takes no lock that blocks writes"
            : "it locks: " + String.join(", ", locks);
    var hidden = unknown.isEmpty() ? "" : "; its text does not show " + String.join(", ", unknown);
    return losing + "; " + locking + hidden;
  }
}
