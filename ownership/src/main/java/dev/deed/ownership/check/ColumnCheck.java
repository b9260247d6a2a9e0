package dev.deed.ownership.check;

import dev.deed.ownership.Consumer;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Uses that grants allow for some columns only: `uses: [{table: users, access: writes, columns:
/// [plan]}]`. Entries for reading and referencing limit that; who has none of them, but may write
/// some columns, may read all.
record ColumnCheck(OwnershipMessages asking) {

  Optional<Finding> check(OwnedStatement statement, StatementAccess reach) {
    if (reach.implied()
        || reach.access() == Access.DEFINES
        || !(reach.owner() instanceof ObjectOwner.ByClaim claimed)
        || !(claimed.owner() instanceof Owner.OwnedBy owned)
        || owned.service().equals(asking.service())) {
      return Optional.empty();
    }
    var grants =
        asking.map().consumersOf(asking.database(), claimed.table()).stream()
            .filter(use -> use.service().equals(asking.service()))
            .toList();
    var rowsOnly = reach.verb() == StatementAccess.Verb.LOCKS_ROWS;
    if (reach.access() == Access.WRITES && !rowsOnly) {
      var written = written(claimed, owned, reach, statement, grants);
      if (written.isPresent()) {
        return written;
      }
    }
    return used(claimed, owned, reach, statement, grants);
  }

  private Optional<Finding> written(
      ObjectOwner.ByClaim claimed,
      Owner.OwnedBy owned,
      StatementAccess reach,
      OwnedStatement statement,
      List<Consumer> uses) {
    var grants = uses.stream().filter(use -> use.access() == Access.WRITES).toList();
    if (grants.isEmpty() || grants.stream().anyMatch(use -> use.columns().isEmpty())) {
      return Optional.empty();
    }
    var allowed = grants.stream().flatMap(use -> use.columns().stream()).distinct().toList();
    var written = written(statement, claimed);
    return allowed.containsAll(written) && !written.isEmpty()
        ? Optional.empty()
        : Optional.of(finding(claimed, owned, reach.access(), reach, allowed, written));
  }

  /// What is read or referenced, also by a statement that writes.
  private Optional<Finding> used(
      ObjectOwner.ByClaim claimed,
      Owner.OwnedBy owned,
      StatementAccess reach,
      OwnedStatement statement,
      List<Consumer> uses) {
    var wanted = reach.access() == Access.REFERENCES ? Access.REFERENCES : Access.READS;
    var limits =
        uses.stream()
            .filter(use -> use.access() != Access.WRITES)
            .filter(use -> use.access().compareTo(wanted) <= 0)
            .toList();
    var all = uses.stream().filter(use -> use.access().compareTo(wanted) <= 0).toList();
    var unlimited = limits.isEmpty() || all.stream().anyMatch(use -> use.columns().isEmpty());
    if (unlimited) {
      return Optional.empty();
    }
    var allowed = all.stream().flatMap(use -> use.columns().stream()).distinct().toList();
    var used = statement.columns().get(claimed.table());
    return used != null && allowed.containsAll(used)
        ? Optional.empty()
        : Optional.of(
            finding(
                claimed,
                owned,
                wanted,
                reach,
                allowed,
                used == null ? List.of() : List.copyOf(used)));
  }

  /// Empty where the text does not name all of them: a DELETE, an INSERT without a list.
  private static List<String> written(OwnedStatement statement, ObjectOwner.ByClaim claimed) {
    var columns = new ArrayList<String>();
    for (var effect : statement.effects()) {
      if (effect instanceof WritesRows writes
          && writes.relation().name().equals(claimed.table().name())) {
        if (writes.columns().isEmpty() || writes.writing() == Writing.DELETE) {
          return List.of();
        }
        columns.addAll(writes.columns());
      }
    }
    return columns;
  }

  private Finding finding(
      ObjectOwner.ByClaim claimed,
      Owner.OwnedBy owned,
      Access access,
      StatementAccess reach,
      List<String> allowed,
      List<String> used) {
    var others = used.stream().filter(column -> !allowed.contains(column)).toList();
    var what = others.isEmpty() ? "whole rows" : "column " + String.join(", ", others);
    var word = OwnershipMessages.words(access);
    return asking.error(
        access == Access.WRITES
            ? OwnershipRules.WRITES_FOREIGN_DATA
            : OwnershipRules.REFERENCE_NOT_ALLOWED,
        reach.span(),
        "service %s %s %s of %s, which service %s owns; its grant there is %s for %s only"
            .formatted(
                asking.service(),
                word,
                what,
                claimed.object().words(),
                owned.service(),
                word,
                String.join(", ", allowed)),
        "if %s agrees, add the columns to this grant under services.%s.uses.%s in %s"
            .formatted(
                asking.peopleOf(owned.service()),
                asking.service(),
                asking.database(),
                asking.map().file()),
        asking.subject(claimed.object(), owned.service()));
  }
}
