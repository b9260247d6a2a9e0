package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes that a grant allows for some columns only: `uses: [{table: users, access: writes,
/// columns: [plan]}]`.
record ColumnCheck(OwnershipMessages asking) {

  Optional<Finding> check(OwnedStatement statement, StatementAccess reach) {
    if (reach.access() != Access.WRITES
        || reach.verb() == StatementAccess.Verb.LOCKS_ROWS
        || !(reach.owner() instanceof ObjectOwner.ByClaim claimed)
        || !(claimed.owner() instanceof Owner.OwnedBy owned)
        || owned.service().equals(asking.service())) {
      return Optional.empty();
    }
    var grants =
        asking.map().consumersOf(asking.database(), claimed.table()).stream()
            .filter(use -> use.service().equals(asking.service()))
            .filter(use -> use.access() == Access.WRITES)
            .toList();
    if (grants.isEmpty() || grants.stream().anyMatch(use -> use.columns().isEmpty())) {
      return Optional.empty();
    }
    var allowed = grants.stream().flatMap(use -> use.columns().stream()).distinct().toList();
    var written = written(statement, claimed);
    return allowed.containsAll(written) && !written.isEmpty()
        ? Optional.empty()
        : Optional.of(finding(claimed, owned, reach, allowed, written));
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
      StatementAccess reach,
      List<String> allowed,
      List<String> written) {
    var others = written.stream().filter(column -> !allowed.contains(column)).toList();
    var what = others.isEmpty() ? "whole rows" : "column " + String.join(", ", others);
    return asking.error(
        OwnershipRules.WRITES_FOREIGN_DATA,
        reach.span(),
        "service %s writes %s of %s, which service %s owns; its grant there is writes for %s only"
            .formatted(
                asking.service(),
                what,
                claimed.object().words(),
                owned.service(),
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
