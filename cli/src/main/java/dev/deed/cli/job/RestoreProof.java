package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.drift.PgArchive;
import dev.deed.drift.Side;
import dev.deed.engine.backup.RowCounts;
import dev.deed.engine.connect.Address;
import dev.deed.project.server.Ending;
import dev.deed.project.server.Scratch;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Restores a backup into a scratch database, and counts the rows of each table.
///
/// @param scratch a database on that server; null for deed's own
record RestoreProof(Surroundings surroundings, PgArchive program, @Nullable String scratch) {

  private static final int NAMED = 3;

  /// @return why it is not proved; null where it is
  @Nullable String problem(Address original, BackupRun.Backup backup) {
    try {
      return differences(original, backup);
    } catch (UserException failure) {
      return String.valueOf(failure.getMessage()).replaceAll("\\s*\n\\s*", " ");
    }
  }

  private @Nullable String differences(Address original, BackupRun.Backup backup) {
    var name = original.target().words();
    var schema = backup.snapshot().schema();
    try (var server = Scratch.open(scratch, surroundings.environment())) {
      DiskRoom.FOR_ONE.refuseSmall(
          original,
          server.server(),
          backup.snapshot().bytes(),
          "name a server with more room: --scratch URL");
      try (var database = server.server().create(original.target().database())) {
        if (server.isOwn()) {
          var side = Side.ofCatalogs(name, new SourceFile(name), schema.sql(), schema.postgres());
          ClosingProof.createRoles(server, side, side);
        }
        restore(backup, database.address());
        var found =
            RowCounts.of(
                database.address(),
                database.server().patience(),
                backup.counts().tables().keySet());
        var differences = backup.counts().differences(found, backup.isWhole());
        return differences.isEmpty()
            ? null
            : String.join("; ", differences.stream().limit(NAMED).toList());
      }
    }
  }

  private void restore(BackupRun.Backup backup, Address database) {
    var running = new RunningProgram();
    var ending = Ending.of(running::end);
    try {
      program.restore(
          Path.of(backup.state().place()),
          new PgArchive.Restoring(database.url().libpqVariables(), false, backup.isWhole()),
          "a scratch database",
          running::started);
    } finally {
      running.awaitEndOfAll();
      ending.isCalledOff();
    }
  }
}
