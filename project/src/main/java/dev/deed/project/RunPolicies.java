package dev.deed.project;

import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.LockPolicy;
import dev.deed.engine.run.RunPolicy;
import dev.deed.engine.run.Waits;
import dev.deed.ownership.Database;
import dev.deed.ownership.Policies.SynchronousCommit;
import dev.deed.ownership.Service;
import dev.deed.ownership.file.OwnershipFile;
import java.time.Duration;
import java.util.stream.Collectors;

/// What the ownership file says of how a run goes about its work.
public final class RunPolicies {

  private RunPolicies() {}

  public static RunPolicy of(OwnershipFile ownership) {
    var policies = ownership.policies();
    var roles =
        ownership.map().services().stream()
            .filter(service -> service.role() != null)
            .collect(Collectors.toMap(Service::name, s -> String.valueOf(s.role())));
    return new RunPolicy(
        new LockPolicy(
            policies.lockTimeout(), policies.retries().most(), policies.retries().time()),
        policies.statementTimeout(),
        policies.indexTimeout(),
        new Waits(
            policies.runLockWait(),
            policies.connectWait(),
            policies.idleTimeout(),
            policies.synchronousCommit() == SynchronousCommit.EACH_MIGRATION
                ? Duration.ZERO
                : Waits.USUAL_DISK),
        null,
        roles,
        ownership.map().databases().stream()
            .collect(Collectors.toMap(Database::name, Database::searchPath)),
        BeforeCommit.NOTHING);
  }
}
