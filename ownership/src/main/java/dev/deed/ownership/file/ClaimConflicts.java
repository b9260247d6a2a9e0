package dev.deed.ownership.file;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Pin;
import dev.deed.ownership.TablePattern;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Claims that contradict each other, and uses that contradict the claims.
public final class ClaimConflicts {

  public static final RuleName RULE = OwnershipRules.CONTESTED_CLAIM;

  private final OwnershipMap map;
  private final Problems problems;
  private final Set<Claimed> claimed = new HashSet<>();

  /// The claims that match one table only, by its name.
  private final Map<String, List<Claim>> exact = new LinkedHashMap<>();

  private record Claimed(ServiceName service, DatabaseName database, TablePattern pattern) {}

  public ClaimConflicts(OwnershipMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
    map.claims()
        .forEach(c -> {
          claimed.add(new Claimed(c.service(), c.database(), c.pattern()));
          if (c.pattern().isExact()) {
            exact.computeIfAbsent(tableOf(c), _ -> new ArrayList<>()).add(c);
          }
        });
  }

  private static String tableOf(Claim claim) {
    return claim.pattern().table().pieces().getFirst();
  }

  public void report() {
    map.eachWithRivals(this::reportAgainst);
    map.consumers().forEach(this::reportUse);
    map.pins().forEach(this::reportPin);
  }

  /// Reports only the first conflict of a claim: the correction changes the others.
  private void reportAgainst(Claim second, Supplier<List<Claim>> earlier) {
    if (problems.isFull()) {
      return;
    }
    for (var first : earlier.get()) {
      if (first.service().equals(second.service())) {
        if (first.pattern().equals(second.pattern())) {
          problems.error(
              second.span(),
              "service %s claims %s twice: first in line %d"
                  .formatted(second.service(), second.pattern(), first.span().line()),
              "remove one of them");
          return;
        }
      } else if (conflict(first, second)) {
        reportConflict(first, second);
        return;
      }
    }
  }

  private boolean conflict(Claim first, Claim second) {
    return TablePattern.BY_SPECIFICITY.compare(first.pattern(), second.pattern()) == 0
        && first.pattern().overlaps(second.pattern(), map.searchPath(first.database()));
  }

  private void reportConflict(Claim first, Claim second) {
    var same = first.pattern().equals(second.pattern());
    var message =
        same
            ? "service %s claims %s in %s, and so does service %s in line %d"
                .formatted(
                    second.service(),
                    second.pattern(),
                    second.database(),
                    first.service(),
                    first.span().line())
            : "service %s claims %s in %s, and service %s claims the equally specific %s in line %d: a table can match both"
                .formatted(
                    second.service(),
                    second.pattern(),
                    second.database(),
                    first.service(),
                    first.pattern(),
                    first.span().line());
    problems.add(
        RULE,
        Severity.ERROR,
        second.span(),
        message,
        "a table has one owner: keep its claim, and give the other service an entry under uses");
  }

  private void reportUse(Consumer use) {
    var pattern = use.pattern();
    if (problems.isFull()) {
      return;
    }
    if (ownsItself(use)) {
      problems.error(
          use.span(),
          "service %s owns %s itself".formatted(use.service(), pattern),
          "remove the use: an owner needs no grant");
    } else if (pattern.isExact() && ownerOf(use) instanceof Owner.Unowned) {
      problems.warning(
          use.span(),
          "service %s uses %s in %s, which no service owns"
              .formatted(use.service(), pattern, use.database()),
          Nearest.of(pattern.toString(), exactClaims(use))
              .map(n -> "did you mean \"" + n + "\"?")
              .orElse("claim it under owns of the service that owns it"));
    }
  }

  private List<String> exactClaims(Consumer use) {
    return map.claims().stream()
        .filter(c -> c.database().equals(use.database()) && c.pattern().isExact())
        .map(c -> c.pattern().toString())
        .toList();
  }

  private boolean ownsItself(Consumer use) {
    if (use.pattern().isExact()) {
      return ownerOf(use) instanceof Owner.OwnedBy owned && owned.service().equals(use.service());
    }
    return claimed.contains(new Claimed(use.service(), use.database(), use.pattern()));
  }

  private Owner ownerOf(Consumer use) {
    var schema = use.pattern().schema();
    var table = use.pattern().table().pieces().getFirst();
    var name =
        schema == null
            ? QualifiedName.of(table)
            : QualifiedName.of(schema.pieces().getFirst(), table);
    return map.ownerOf(use.database(), name);
  }

  /// A table pinned to one database and claimed by its name in another can exist in neither of
  /// them.
  private void reportPin(Pin pin) {
    var table = pin.pattern().table();
    var alike =
        table.isExact()
            ? exact.getOrDefault(table.pieces().getFirst(), List.of()).stream()
            : exact.values().stream().flatMap(List::stream).filter(c -> table.matches(tableOf(c)));
    alike.forEach(claim -> {
      if (!claim.database().equals(pin.database())) {
        problems.error(
            claim.span(),
            "%s is pinned to database %s in line %d and claimed in %s"
                .formatted(claim.pattern(), pin.database(), pin.span().line(), claim.database()),
            "claim it under %s, or remove the pin".formatted(pin.database()));
      }
    });
  }
}
