package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Holds migrations against the ownership file.
///
/// Tables belong to the service whose claim decides. Views, free sequences, functions, types and
/// whatever else is no table belong to the service whose migration created them, unless a claim
/// names a view or sequence exactly; indexes, triggers, policies, constraints and owned sequences
/// to their table's owner; a partition that nobody claims to the owner of the whole; a schema to
/// its creator, or to the service that claims all tables in it. What no migration created belongs
/// to the service that alone has claims in the database, and else to nobody: changing it is an
/// error. Roles, databases, tablespaces and server settings belong to nobody. Using others' types
/// and functions is free, and so is `DROP ... IF EXISTS` of what is no table and was created by no
/// migration.
public final class OwnershipCheck {

  private final OwnershipMap map;
  private final Map<DatabaseName, Schema> schemas;

  /// @param schemas what all migrations of each database make, in the end
  public OwnershipCheck(OwnershipMap map, Map<DatabaseName, Schema> schemas) {
    this.map = map;
    this.schemas = Map.copyOf(schemas);
  }

  /// @param scripts all of the database, in the order in which they run
  public List<Finding> check(DatabaseName database, List<ServiceScript> scripts) {
    var schema = schemas.getOrDefault(database, new SchemaReader(List.of()).schema());
    var origins = new Origins();
    var holders = new Holders(map, database, schema, origins);
    var elsewhere = new WrongDatabaseCheck(map, database, schemas, origins);
    var findings = new ArrayList<Finding>();
    for (var script : scripts) {
      var asking = new OwnershipMessages(map, database, script.service(), script.script().file());
      findings.addAll(new ScriptCheck(script, asking, holders, origins, elsewhere).findings());
    }
    findings.addAll(new StaleClaims(map, database, schema).findings());
    return findings;
  }
}
