package dev.deed.ownership.check;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.TablePattern;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Claims and uses that match no table in the schema that the migrations create.
final class StaleClaims {

  private static final RuleName RULE = OwnershipRules.STALE_CLAIM;

  private final OwnershipMap map;
  private final DatabaseName database;
  private final List<QualifiedName> relations;

  StaleClaims(OwnershipMap map, DatabaseName database, Schema schema) {
    this.map = map;
    this.database = database;
    this.relations =
        schema.names().stream()
            .filter(o -> o.kind().isRelation() && o.kind() != ObjectKind.INDEX)
            .map(ObjectName::name)
            .sorted()
            .toList();
  }

  /// Empty if there is no table at all: then the database was created by other means than these
  /// migrations.
  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    if (relations.isEmpty()) {
      return findings;
    }
    var live = live();
    for (var claim : map.claims()) {
      if (claim.database().equals(database)
          && !live.contains(claim)
          && !isOutside(claim.pattern())) {
        findings.add(
            stale(
                claim.span(),
                "service %s claims %s in %s, but the migrations leave no table there that this claim decides about"
                    .formatted(claim.service(), claim.pattern(), database),
                claim.pattern()));
      }
    }
    for (var use : map.consumers()) {
      if (use.database().equals(database)
          && !matchesAny(use.pattern())
          && !isOutside(use.pattern())) {
        findings.add(
            stale(
                use.span(),
                "service %s uses %s in %s, but the migrations leave no such table there"
                    .formatted(use.service(), use.pattern(), database),
                use.pattern()));
      }
    }
    return findings;
  }

  /// Includes claims that a more specific claim of the same owner overrides: they are still useful.
  private Set<Claim> live() {
    var live = new HashSet<Claim>();
    for (var relation : relations) {
      var owner = map.ownerOf(database, relation);
      for (var claim : map.claimsOn(database, relation)) {
        if (!(owner instanceof Owner.OwnedBy owned) || owned.service().equals(claim.service())) {
          live.add(claim);
        }
      }
    }
    return live;
  }

  private boolean matchesAny(TablePattern pattern) {
    return relations.stream().anyMatch(t -> pattern.matches(t, map.searchPath(database)));
  }

  /// Whether it may be about a table that something other than the migrations makes.
  private boolean isOutside(TablePattern pattern) {
    return map.databaseNamed(database).stream()
        .flatMap(known -> known.outside().stream())
        .anyMatch(outside -> outside.overlaps(pattern, map.searchPath(database)));
  }

  private Finding stale(Span span, String message, TablePattern pattern) {
    var names = relations.stream().map(QualifiedName::name).toList();
    var advice =
        Nearest.of(pattern.table().toString(), names)
            .filter(n -> pattern.isExact())
            .map(n -> "did you mean \"" + n + "\"? If not, remove the line")
            .orElse("remove the line, or add the migration that creates the table");
    return new Finding(RULE, Severity.WARNING, map.file(), span, message, advice, List.of());
  }
}
