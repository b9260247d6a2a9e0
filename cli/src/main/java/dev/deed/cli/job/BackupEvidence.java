package dev.deed.cli.job;

import dev.deed.cli.report.SavedDatabase;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Target;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps a backup as evidence for the migrations that were pending when it was made: it has the
/// rows from before each of them.
final class BackupEvidence {

  static final String FILE = "file";
  static final String BRANCH = "branch";
  static final String DIGEST = "sha256";
  static final String ROWS = "rows";
  static final String TIME = "time";
  static final String TABLES = "tables";

  /// The names of the tables, where not all rows are in it.
  static final String SAVED = "saved";

  private final Targets targets;
  private final EvidencePlaces places;
  private final Map<DatabaseName, List<Migration>> pending = new HashMap<>();

  BackupEvidence(Targets targets, @Nullable Path file) {
    this.targets = targets;
    this.places = EvidencePlaces.of(targets, file);
  }

  /// Before anything is saved.
  ///
  /// @param before as on the command line; null for all that are pending
  /// @throws NotPending if it is applied already, or not known
  void choose(List<Address> addresses, @Nullable String before) {
    var files = targets.project().migrations();
    var found = false;
    for (var address : addresses) {
      var database = address.target().database();
      var history = Histories.read(address, targets.patience());
      var done =
          history.rows().stream()
              .filter(HistoryRow::isDone)
              .map(HistoryRow::name)
              .map(MigrationName::version)
              .collect(Collectors.toSet());
      history.appliedByTools(files.of(database)).forEach(m -> done.add(m.name().version()));
      var left = new ArrayList<Migration>();
      for (var migration : files.of(database)) {
        var isMeant = before == null || isNamed(migration, before);
        found |= isMeant;
        if (isMeant && !done.contains(migration.version())) {
          left.add(migration);
        } else if (before != null && isMeant) {
          throw new NotPending(
              "%s is applied in %s already, so a backup of now does not have the rows from before it"
                  .formatted(migration.name().words(), address.target().words()),
              "leave out --before");
        }
      }
      pending.put(database, left);
    }
    if (before != null && !found) {
      throw new RowOptions.NotReadable(
          "there is no migration %s for --before".formatted(before),
          "name a version or a file: deed status --env %s shows what is pending"
              .formatted(targets.environment().name()));
    }
  }

  /// `20260129103000`, `main/20260129103000`, or the file
  static boolean isNamed(Migration migration, String word) {
    var name = migration.name();
    return Version.isName(word)
        ? name.version().equals(new Version(word))
        : word.equals(name.database() + "/" + name.version())
            || migration.file().path().equals(word)
            || migration.file().path().endsWith("/" + word);
  }

  /// A file.
  SavedDatabase kept(Target target, BackupRun.Backup backup, @Nullable String problem) {
    return kept(
        target, backup.state(), problem, migration -> evidence(target, migration, backup, problem));
  }

  /// A branch at Neon.
  SavedDatabase kept(Target target, SavedDatabase.State state) {
    return kept(target, state, null, migration -> evidence(target, migration, state));
  }

  private SavedDatabase kept(
      Target target,
      SavedDatabase.State state,
      @Nullable String problem,
      Function<Migration, Evidence> wording) {
    var migrations = pending.getOrDefault(target.database(), List.of());
    try {
      var evidence = migrations.stream().map(wording).toList();
      var store = places.of(target.database());
      if (evidence.isEmpty() || store.isEmpty()) {
        return new SavedDatabase(target, state, problem, List.of(), null);
      }
      store.get().keep(evidence);
      var names = migrations.stream().map(migration -> migration.name().words()).toList();
      return new SavedDatabase(target, state, problem, names, null);
    } catch (UserException failure) {
      return new SavedDatabase(target, state, problem, List.of(), failure);
    }
  }

  private static Evidence evidence(Target target, Migration migration, SavedDatabase.State state) {
    return new Evidence(
        Evidence.Kind.BACKUP,
        Evidence.Subject.of(migration),
        new Evidence.Place(
            target.environment(),
            "neon",
            "a branch of %s at %s".formatted(target.words(), state.time())),
        Evidence.Outcome.PASSED,
        new Evidence.Word("", null, state.time(), null),
        Map.of(BRANCH, state.place(), TIME, state.time().toString(), "lsn", state.lsn()));
  }

  private Evidence evidence(
      Target target, Migration migration, BackupRun.Backup backup, @Nullable String problem) {
    var state = backup.state();
    var details = new TreeMap<String, String>();
    details.put(FILE, state.place());
    details.put("bytes", "" + state.bytes());
    details.put(DIGEST, digest(Path.of(state.place())));
    details.put(TABLES, backup.isWhole() ? "all" : "" + state.tables());
    if (!backup.isWhole()) {
      details.put(
          SAVED,
          backup.counts().tables().keySet().stream()
              .map(QualifiedName::dotted)
              .collect(Collectors.joining(", ")));
    }
    details.put(ROWS, "" + state.rows());
    details.put(TIME, state.time().toString());
    details.put("lsn", state.lsn());
    if (problem != null) {
      details.put("not_proved", problem);
    }
    return new Evidence(
        Evidence.Kind.BACKUP,
        Evidence.Subject.of(migration),
        new Evidence.Place(
            target.environment(),
            "pg_dump",
            "%s of %s at %s"
                .formatted(
                    backup.isWhole() ? "all rows" : "rows of %d tables".formatted(state.tables()),
                    target.words(),
                    state.time())),
        problem == null ? Evidence.Outcome.PASSED : Evidence.Outcome.FAILED,
        new Evidence.Word("", null, state.time(), null),
        details);
  }

  static String digest(Path file) {
    try (var in = Files.newInputStream(file)) {
      return digest(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(InputStream in) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The migration is not one that is still to be applied.
  static final class NotPending extends UserException {

    private static final long serialVersionUID = 1L;

    NotPending(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
