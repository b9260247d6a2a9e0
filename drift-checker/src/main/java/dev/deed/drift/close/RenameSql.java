package dev.deed.drift.close;

import dev.deed.drift.Closing;
import dev.deed.drift.Closing.Held;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.WholeSides;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.ObjectSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  private static Closing closing(Renamed renamed) {
    var old = renamed.from().name();
    var now = renamed.to().name();
    var newName = Identifier.quoted(now.simpleName());
    var sql =
        switch (old.kind()) {
          case COLUMN ->
              "ALTER TABLE %s RENAME COLUMN %s TO %s"
                  .formatted(now.name().quoted(), Identifier.quoted(old.own()), newName);
          case CONSTRAINT ->
              "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                  .formatted(now.name().quoted(), Identifier.quoted(old.own()), newName);
          default -> "ALTER " + reference(old, now) + " RENAME TO " + newName;
        };
    return new Closing(sql, List.of(old, now), false, Held.NO, NOTE);
  }

  private static String reference(ObjectName old, ObjectName now) {
    return ObjectSql.reference(old.kind().isPartOfRelation() ? old.named(now.name()) : old);
  }

  static Set<ObjectKind> none() {
    return Set.of();
  }
}
