package dev.deed.ownership.check;

import dev.deed.ownership.Database;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Pin;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds tables that belong in a database other than the one that the script is for.
final class WrongDatabaseCheck {

  private final OwnershipMap map;
  private final DatabaseName database;
  private final Map<DatabaseName, ObjectOwners> owners;

  WrongDatabaseCheck(
      OwnershipMap map, DatabaseName database, Map<DatabaseName, ObjectOwners> owners) {
    this.map = map;
    this.database = database;
    this.owners = owners;
  }

  Optional<Finding> check(
      OwnershipMessages asking, ObjectOwner.ByClaim claimed, StatementAccess reach) {
    var table = claimed.object().name();
    var pin = map.pinOf(table);
    if (pin.isPresent() && !pin.get().database().equals(database)) {
      return Optional.of(pinned(asking, claimed.object(), reach, pin.get()));
    }
    if (reach.verb() == StatementAccess.Verb.CREATES || isHere(claimed, reach)) {
      return Optional.empty();
    }
    return map.databases().stream()
        .map(Database::name)
        .filter(d -> !d.equals(database) && isIn(d, table))
        .findFirst()
        .map(d -> elsewhere(asking, claimed.object(), reach, d));
  }

  /// A table created here or claimed here by its exact name is not another database's.
  private boolean isHere(ObjectOwner.ByClaim claimed, StatementAccess reach) {
    return reach.owned().known()
        || isIn(owners.get(database), claimed.object().name())
        || (claimed.owner() instanceof Owner.OwnedBy owned && owned.claim().pattern().isExact())
        || claimed.owner() instanceof Owner.Contested;
  }

  private boolean isIn(DatabaseName other, QualifiedName table) {
    var claimed =
        map.ownerOf(other, table) instanceof Owner.OwnedBy owned
            && owned.claim().pattern().isExact();
    return claimed || isIn(owners.get(other), table);
  }

  private static boolean isIn(@Nullable ObjectOwners objects, QualifiedName table) {
    return objects != null && objects.hasRelation(table);
  }

  private Finding pinned(
      OwnershipMessages asking, ObjectName object, StatementAccess reach, Pin pin) {
    return asking.error(
        OwnershipRules.WRONG_DATABASE,
        reach.span(),
        "service %s %s %s in database %s, but tables %s may exist in %s only (%s:%d)"
            .formatted(
                asking.service(),
                reach.verbWords(),
                object.words(),
                database,
                pin.pattern(),
                pin.database(),
                map.file(),
                pin.span().line()),
        moveAdvice(asking, pin.database()),
        asking.subject(object, ownerIn(pin.database(), object.name())));
  }

  private Finding elsewhere(
      OwnershipMessages asking, ObjectName object, StatementAccess reach, DatabaseName other) {
    return asking.error(
        OwnershipRules.WRONG_DATABASE,
        reach.span(),
        "service %s %s %s, which is in database %s; this migration runs in %s"
            .formatted(asking.service(), reach.verbWords(), object.words(), other, database),
        moveAdvice(asking, other),
        asking.subject(object, ownerIn(other, object.name())));
  }

  /// A three-part name names a database, and PostgreSQL cannot reach tables of another database.
  Optional<Finding> named(OwnershipMessages asking, ObjectAccess written) {
    var catalog = written.object().name().catalog();
    return catalog == null || catalog.equals(database.text())
        ? Optional.empty()
        : Optional.of(
            asking.error(
                OwnershipRules.WRONG_DATABASE,
                written.span(),
                "service %s %s %s, with a database in its name; this migration runs in %s"
                    .formatted(
                        asking.service(),
                        StatementAccess.words(written.access()),
                        OwnerRules.shown(written.object()).words(),
                        database),
                "if it is this database, leave its name out: the name differs between environments",
                asking.subject(OwnerRules.shown(written.object()), null)));
  }

  private static String moveAdvice(OwnershipMessages asking, DatabaseName other) {
    var there = new OwnershipMessages(asking.map(), other, asking.service(), asking.file());
    return "a migration works in one database: if this statement is yours to run, put it into a file in %s"
        .formatted(there.folderOf(asking.service()));
  }

  private @Nullable ServiceName ownerIn(DatabaseName other, QualifiedName table) {
    return map.ownerOf(other, table) instanceof Owner.OwnedBy owned ? owned.service() : null;
  }
}
