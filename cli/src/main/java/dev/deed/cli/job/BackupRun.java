package dev.deed.cli.job;

import dev.deed.cli.host.AsideFile;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.SavedDatabase;
import dev.deed.drift.PgArchive;
import dev.deed.engine.backup.RowCounts;
import dev.deed.engine.backup.Snapshot;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NotExpected;
import dev.deed.ownership.TablePattern;
import dev.deed.project.server.Ending;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saves databases of an environment in files, proves that they can be restored, and keeps that as
/// evidence for the migrations that come next.
public record BackupRun(Targets targets, Surroundings surroundings, Wish wish) {

  /// A file of this name has the rows of some tables.
  static final String OF_TABLES = ".tables.dump";

  private static final String WHOLE = ".dump";

  /// What the command line says.
  ///
  /// @param database null for all
  /// @param tables patterns; empty for all
  /// @param before a migration that is not applied yet; null for all of these
  /// @param folder of the files
  /// @param scratch a database on the server for the proof; null for deed's own
  /// @param pgDump null for the newest that is found
  /// @param evidence a file for it; null for the usual place
  /// @param provider that keeps a branch instead; null for files
  public record Wish(
      @Nullable String database,
      List<String> tables,
      @Nullable String before,
      Path folder,
      @Nullable String scratch,
      @Nullable String pgDump,
      @Nullable Path evidence,
      @Nullable String provider) {
    public Wish {
      tables = List.copyOf(tables);
    }
  }

  public Report report() {
    if (wish.provider() != null) {
      return new BranchBackup(targets, surroundings, wish).report();
    }
    var program = PgArchive.find(surroundings.environment(), wish.pgDump());
    var patterns = RowOptions.patterns(wish.tables());
    var keeping = new BackupEvidence(targets, wish.evidence());
    var addresses = targets.addresses(wish.database());
    keeping.choose(addresses, wish.before());
    var saved = new ArrayList<SavedDatabase>();
    for (var address : addresses) {
      try {
        saved.add(save(address, program, patterns, keeping));
      } catch (UserException failure) {
        saved.add(SavedDatabase.failed(address.target(), failure));
      }
    }
    return new DatabaseReport.BackedUp(saved);
  }

  /// What was saved, and how it is proved.
  ///
  /// @param counts of the snapshot
  /// @param isWhole it has the rows of all tables
  record Backup(SavedDatabase.State state, Snapshot snapshot, boolean isWhole) {
    RowCounts counts() {
      return snapshot.counts();
    }
  }

  private SavedDatabase save(
      Address address, PgArchive program, List<TablePattern> patterns, BackupEvidence keeping) {
    NotExpected.refuse(address, targets.patience());
    var path =
        targets
            .project()
            .ownership()
            .map()
            .databaseNamed(address.target().database())
            .orElseThrow()
            .searchPath();
    var backup =
        Snapshot.during(
            address,
            targets.patience(),
            table -> patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(table, path)),
            snapshot -> write(address, program, snapshot, patterns.isEmpty()));
    var proof = new RestoreProof(surroundings, program, wish.scratch());
    var problem = proof.problem(address, backup);
    return keeping.kept(address.target(), backup, problem);
  }

  private Backup write(Address address, PgArchive program, Snapshot snapshot, boolean isWhole) {
    var words = address.target().words();
    program.refuseNewer(words, snapshot.postgres());
    if (!isWhole && snapshot.counts().tables().isEmpty()) {
      throw new RowOptions.NotReadable(
          "%s has no table for --tables %s".formatted(words, String.join(",", wish.tables())),
          "write a table, or schema.table, with * for any text");
    }
    var aside =
        AsideFile.begin(
            surroundings.workingDirectory().resolve(wish.folder()), name(address, isWhole));
    var running = new RunningProgram();
    var ending =
        Ending.of(() -> {
          running.end();
          aside.close();
        });
    try {
      var without = snapshot.others().stream().map(QualifiedName::quoted).toList();
      program.save(
          new PgArchive.Saving(address.url().libpqVariables(), snapshot.id(), without),
          aside.path(),
          words,
          running::started);
      ending.isCalledOff();
      var file = aside.complete();
      return new Backup(
          new SavedDatabase.State(
              file.toString(),
              size(file),
              snapshot.counts().tables().size(),
              snapshot.counts().rows(),
              snapshot.time(),
              snapshot.lsn()),
          snapshot,
          isWhole);
    } catch (RuntimeException e) {
      running.awaitEndOfAll();
      ending.come();
      throw e;
    }
  }

  /// `production-main-20260129T103000Z-1a2b.dump`
  private String name(Address address, boolean isWhole) {
    var now = surroundings.clock().instant().toString().replaceAll("[-:]|\\..*Z", "");
    return "%s-%s-%s-%s%s"
        .formatted(
            address.target().environment().text().replaceAll("[^A-Za-z0-9_-]", "_"),
            address.target().database().text().replaceAll("[^A-Za-z0-9_-]", "_"),
            now,
            UUID.randomUUID().toString().substring(0, 4),
            isWhole ? WHOLE : OF_TABLES);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
