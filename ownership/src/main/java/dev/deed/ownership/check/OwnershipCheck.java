package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Checks migrations against the ownership file.
///
/// The most specific claim decides who owns a table. Views, free sequences, functions, types and
/// other objects that are not tables belong to the service whose migration created them, unless a
/// claim names a view or sequence exactly. Indexes, triggers, policies, constraints and owned
/// sequences belong to the owner of their table, a partition without a claim to the owner of the
/// partitioned table, a schema to its creator or to the service that claims all tables in it. An
/// object that no migration created belongs to the only service with claims in the database; if
/// there are several services, it has no owner, and a change of it is an error. Roles, databases,
/// tablespaces and server settings have no owner. Any service may use other services' types and
/// functions, with a warning where its own objects come to depend on them, and may run `DROP ... IF
/// EXISTS` for an object that is not a table and that no migration created.
public final class OwnershipCheck {

  private final OwnershipMap map;
  private final Map<DatabaseName, ObjectOwners> owners;

  /// @param owners of the schema of each database after all of its migrations
  public OwnershipCheck(OwnershipMap map, Map<DatabaseName, ObjectOwners> owners) {
    this.map = map;
    this.owners = Map.copyOf(owners);
  }

  /// @param scripts all of the database, in the order in which they run
  public List<Finding> check(DatabaseName database, List<ServiceScript> scripts) {
    var own = owners.getOrDefault(database, ObjectOwners.none(map, database));
    var elsewhere = new WrongDatabaseCheck(map, database, owners);
    var findings = new ArrayList<Finding>();
    for (var script : scripts) {
      var asking = new OwnershipMessages(map, database, script.service(), script.script().file());
      findings.addAll(new ScriptCheck(script, asking, own, elsewhere).findings());
    }
    findings.addAll(new StaleClaims(map, database, own.schema()).findings());
    return findings;
  }
}
