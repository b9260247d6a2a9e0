package dev.deed.cli.job;

import dev.deed.cli.host.NeonApi;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.SavedDatabase;
import dev.deed.cli.scratch.NeonCopies;
import dev.deed.engine.backup.LogPosition;
import dev.deed.engine.connect.Address;
import dev.deed.ownership.CopyProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// A branch at Neon instead of files: it has all databases as they were when it was made, and is
/// not deleted by deed.
record BranchBackup(Targets targets, Surroundings surroundings, BackupRun.Wish wish) {

  private static final String PREFIX = "deed/";

  Report report() {
    var choice = new CopyChoice(targets.project(), surroundings, targets, RowOptions.NONE);
    if (!(choice.provider(wish.provider()) instanceof CopyProvider.Neon neon)) {
      throw new RowOptions.NotReadable(
          "backups are files, or branches at Neon", "leave out --on, or --on neon");
    }
    if (!wish.tables().isEmpty()) {
      throw new RowOptions.NotReadable(
          "a branch has the rows of all tables", "leave out --tables, or --on");
    }
    var keeping = new BackupEvidence(targets, wish.evidence());
    var addresses = targets.addresses(wish.database());
    keeping.choose(addresses, wish.before());
    // Before the branch is made: it has at least what was committed up to here.
    var positions = new LinkedHashMap<Address, LogPosition>();
    addresses.forEach(a -> positions.put(a, LogPosition.of(a, targets.patience())));
    var api = NeonApi.of(choice.resolved(neon.project()), surroundings.environment());
    var now = surroundings.clock().instant().toString().replaceAll("[^0-9]", "");
    var parent = neon.parent() == null ? null : NeonCopies.idOf(api, neon.parent());
    var branch = api.create(PREFIX + "backup-" + now.substring(0, 14), parent, null, null);
    var saved = new ArrayList<SavedDatabase>();
    positions.forEach((address, position) ->
        saved.add(
            keeping.kept(
                address.target(),
                new SavedDatabase.State(branch.name(), 0, 0, 0, position.time(), position.lsn()))));
    return new DatabaseReport.BackedUp(saved);
  }
}
