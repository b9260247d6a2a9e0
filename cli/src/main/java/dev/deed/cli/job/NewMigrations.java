package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Version;
import dev.deed.engine.file.MigrationSeries;
import java.util.ArrayList;
import java.util.List;

/// Migrations of one command, as they are written one after the other.
///
/// @param files with those of the downs
/// @param required versions that the next one has to wait for
/// @param dryRun no file is written
record NewMigrations(
    List<MigrationSeries.File> files,
    List<Migration> migrations,
    List<Version> required,
    boolean dryRun) {

  NewMigrations {
    files = List.copyOf(files);
    migrations = List.copyOf(migrations);
    required = List.copyOf(required);
  }

  static NewMigrations none(boolean dryRun) {
    return new NewMigrations(List.of(), List.of(), List.of(), dryRun);
  }

  NewMigrations and(MigrationSeries.File file, Migration migration) {
    var more = new ArrayList<>(migrations);
    more.add(migration);
    return new NewMigrations(files, more, required, dryRun).and(file);
  }

  NewMigrations and(MigrationSeries.File file) {
    var more = new ArrayList<>(files);
    more.add(file);
    return new NewMigrations(more, migrations, required, dryRun);
  }

  NewMigrations requiring(List<Version> versions) {
    return new NewMigrations(files, migrations, versions, dryRun);
  }

  /// Those that are in no folder.
  List<Migration> unwritten() {
    return dryRun ? migrations : List.of();
  }

  /// How many versions the files of a dry run would have taken. Those that are written have them.
  int unwrittenVersions() {
    return dryRun ? (int) files.stream().map(MigrationSeries.File::version).distinct().count() : 0;
  }
}
