package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport.DatabaseGrants;
import dev.deed.engine.Migrations;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.LiveRights;
import dev.deed.ownership.rights.Right;
import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Owners and privileges that are not as the ownership file says: only what concerns roles of
/// services can be known.
record RightsFindings(
    Targets targets, Map<DatabaseName, DatabaseGrants> grants, List<String> withoutRole) {

  static final RuleName OWNER = new RuleName("other-owner");
  static final RuleName PRIVILEGES = new RuleName("other-privileges");

  /// Nothing is asked where no service has a role.
  static RightsFindings of(Targets targets, Migrations migrations, List<Address> addresses) {
    var query = new GrantsQuery(targets.project(), migrations, false);
    var roles = query.allRoles();
    var lived =
        roles.isEmpty()
            ? List.<LiveRights>of()
            : LiveRights.of(addresses, targets.patience(), roles);
    return new RightsFindings(
        targets,
        lived.stream()
            .filter(live -> live.failure() == null)
            .map(query::compared)
            .collect(Collectors.toMap(DatabaseGrants::database, found -> found)),
        query.withoutRole());
  }

  /// @param subjects returns an object with its owner
  List<Finding> of(
      DatabaseName database, ExpectedSchema expected, Function<ObjectName, Subject> subjects) {
    var found = grants.get(database);
    if (found == null) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    found.gap().missing().stream()
        .filter(right -> right.privilege() == Privilege.OWNER)
        .forEach(right -> findings.add(owner(right, database, expected, subjects)));
    var others = found.gap().missing().size() - findings.size() + found.gap().excess().size();
    if (others > 0) {
      findings.add(others(others, database, expected));
    }
    return findings;
  }

  private Finding owner(
      Right right,
      DatabaseName database,
      ExpectedSchema expected,
      Function<ObjectName, Subject> subjects) {
    var place = expected.placeOf(right.object());
    return new Finding(
        OWNER,
        Severity.WARNING,
        place.file(),
        place.span(),
        "%s is not owned by %s, the role of its service, in the database"
            .formatted(right.object().words(), right.role()),
        advice(database),
        List.of(subjects.apply(right.object())));
  }

  private Finding others(int count, DatabaseName database, ExpectedSchema expected) {
    var place = expected.placeOf(ObjectName.of(ObjectKind.DATABASE, ""));
    return new Finding(
        PRIVILEGES,
        Severity.WARNING,
        place.file(),
        place.span(),
        count == 1
            ? "1 privilege of a service's role is not as the ownership file says"
            : count + " privileges of services' roles are not as the ownership file says",
        advice(database),
        List.of());
  }

  private String advice(DatabaseName database) {
    return "deed grants --env %s -d %s writes the SQL that corrects it"
        .formatted(targets.environment().name(), database);
  }

  /// In words.
  List<String> notCompared() {
    if (withoutRole.isEmpty()) {
      return List.of("privileges that no migration grants, of roles that are not of a service");
    }
    return grants.isEmpty()
        ? List.of(
            "owners, and privileges that no migration grants: no service has a role in the ownership file")
        : List.of(
            "owners and privileges of these services, which have no role in the ownership file: "
                + String.join(", ", withoutRole),
            "privileges that no migration grants, of roles that are not of a service");
  }
}
