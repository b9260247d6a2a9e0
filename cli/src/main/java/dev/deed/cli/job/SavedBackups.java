package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.PgRestore;
import dev.deed.engine.Checksum;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Target;
import dev.deed.engine.evidence.Evidence;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds backups: by their files, or by the migration before which they were made.
record SavedBackups(Targets targets, Surroundings surroundings, @Nullable Path evidence) {

  /// A backup that can be restored.
  ///
  /// @param rows as it was saved; null where that is not known
  /// @param time as of when it is; empty where that is not known
  record Saved(Path file, boolean isWhole, @Nullable Long rows, String time) {}

  /// @param word a file, or a migration
  Saved find(Target target, String word) {
    var file = file(word);
    return file != null ? ofFile(file, null, "") : ofMigration(target, word);
  }

  private @Nullable Path file(String word) {
    try {
      var path = surroundings.workingDirectory().resolve(word);
      return Files.exists(path) && !word.endsWith(".sql") ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Saved ofFile(Path file, @Nullable Long rows, String time) {
    try {
      if (!PgRestore.formatOf(file).equals(Optional.of("custom"))) {
        throw new NoBackup(
            "%s is not a backup in pg_dump's custom format".formatted(file),
            "name a file that deed backup has written");
      }
    } catch (IOException e) {
      throw new SqlFiles.FileNotReadable(file, e);
    }
    var name = String.valueOf(file.getFileName());
    return new Saved(file, !name.endsWith(BackupRun.OF_TABLES), rows, time);
  }

  private Saved ofMigration(Target target, String word) {
    var migration =
        targets.project().migrations().of(target.database()).stream()
            .filter(known -> BackupEvidence.isNamed(known, word))
            .findFirst()
            .orElseThrow(() ->
                new NoBackup(
                    "%s is neither a file nor a migration of %s".formatted(word, target.database()),
                    "name a file of deed backup, or a version: deed history --env "
                        + target.environment()));
    var found =
        latest(target, migration.checksum())
            .orElseThrow(() ->
                new NoBackup(
                    "no backup is known that was made before %s in %s"
                        .formatted(migration.name().words(), target.environment()),
                    "name the file: deed restore FILE"));
    if (found.detail(BackupEvidence.FILE).isEmpty()) {
      var name = found.detail(BackupEvidence.BRANCH);
      throw new NoBackup(
          "this backup is the branch %s at Neon, which needs no restoring".formatted(name),
          "its URL: deed branch url %s --env %s --on neon"
              .formatted(name.replaceFirst("^deed/", ""), target.environment()));
    }
    var file = Path.of(found.detail(BackupEvidence.FILE));
    if (!Files.exists(file)) {
      throw new NoBackup(
          "the backup %s is not on this machine".formatted(file),
          "bring it here and name the file: deed restore FILE");
    }
    if (!BackupEvidence.digest(file).equals(found.detail(BackupEvidence.DIGEST))) {
      throw new NoBackup(
          "%s is not the file that was saved: its SHA-256 differs from that of the evidence"
              .formatted(file),
          "find the file as it was saved");
    }
    return ofFile(
        file, Long.valueOf(found.detail(BackupEvidence.ROWS)), found.detail(BackupEvidence.TIME));
  }

  /// The last one that was proved, made before that migration.
  private Optional<Evidence> latest(Target target, Checksum migration) {
    return proved(target, List.of(migration)).stream()
        .max(Comparator.comparing(one -> one.word().at()));
  }

  /// All that were made before some migrations, and proved.
  List<Evidence> proved(Target target, List<Checksum> ups) {
    var store = EvidencePlaces.of(targets, evidence).of(target.database());
    if (store.isEmpty()) {
      return List.of();
    }
    var subjects = ups.stream().map(up -> subject(target, up)).toList();
    return store.get().find(subjects).all().stream()
        .filter(one -> one.kind().equals(Evidence.Kind.BACKUP))
        .filter(one -> one.outcome() == Evidence.Outcome.PASSED)
        .filter(one -> target.environment().equals(one.place().environment()))
        .filter(one -> subjects.stream().anyMatch(one.subject()::isSameUp))
        .filter(one -> !place(one).isEmpty())
        .toList();
  }

  /// In words; empty where it is not one of deed's.
  static String place(Evidence backup) {
    var branch = backup.detail(BackupEvidence.BRANCH);
    return branch.isEmpty() ? backup.detail(BackupEvidence.FILE) : branch + " at Neon";
  }

  /// A history that was adopted may know the text under another version.
  private static Evidence.Subject subject(Target target, Checksum up) {
    return new Evidence.Subject(target.database(), new Version("0"), up, null);
  }

  /// There is nothing to restore.
  static final class NoBackup extends UserException {

    private static final long serialVersionUID = 1L;

    NoBackup(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
