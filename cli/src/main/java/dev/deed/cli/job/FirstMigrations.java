package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Whether the migrations of a database create everything in it, what it has from `outside` aside.
/// They do not if the ownership file claims a table by its name that none of them creates and that
/// is not from outside: it existed before; nor if they change tables that none of them creates.
record FirstMigrations(List<Migration> all, Database database) {

  /// @param outside whether a name exists although no migration creates it
  boolean beginWithNothing(OwnershipMap map, Predicate<ObjectName> outside) {
    var created = created();
    return !new UnknownBase(all, database).isThere(created, outside)
        && map.claims().stream()
            .filter(claim -> claim.database().equals(database.name()) && claim.pattern().isExact())
            .allMatch(claim -> isCreated(claim, created));
  }

  private boolean isCreated(Claim claim, Set<String> created) {
    return database.outside().contains(claim.pattern())
        || created.stream().anyMatch(claim.pattern().table()::matches);
  }

  /// The names of tables, views and sequences, without their schemas.
  Set<String> created() {
    var names = new HashSet<String>();
    for (var migration : all) {
      for (var statement : migration.up().script().statements()) {
        statement.effects().forEach(effect -> add(effect, names));
      }
    }
    return names;
  }

  private static void add(Effect effect, Set<String> names) {
    switch (effect) {
      case CreatesTable e -> names.add(e.table().name());
      case CreatesView e -> names.add(e.view().name());
      case CreatesSequence e -> names.add(e.sequence().name());
      case Renames e -> names.add(e.newName());
      default -> {}
    }
  }
}
