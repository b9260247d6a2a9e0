package dev.deed.cli.job;

import dev.deed.engine.CannotRollBack;
import dev.deed.engine.Checksum;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Target;
import dev.deed.engine.evidence.Evidence;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names the backups with the rows that migrations have lost, or will lose. What cannot be looked
/// up is not named: it stops nothing.
final class BackupNotes {

  private final SavedBackups backups;
  private final Target target;
  private final Map<Checksum, Optional<Evidence>> known = new HashMap<>();

  BackupNotes(Targets targets, Target target) {
    this.backups = new SavedBackups(targets, targets.surroundings(), null);
    this.target = target;
  }

  /// For each of the moves that has one.
  List<String> of(List<PlannedMigration> moves) {
    var migrations = new LinkedHashMap<MigrationName, Checksum>();
    moves.forEach(move -> migrations.put(move.name(), move.stored().checksum()));
    return of(migrations);
  }

  List<String> of(Map<MigrationName, Checksum> migrations) {
    look(migrations.values());
    var notes = new ArrayList<String>();
    migrations.forEach((name, checksum) ->
        known
            .getOrDefault(checksum, Optional.empty())
            .ifPresent(found ->
                notes.add(
                    "the rows from before %s are in the backup %s of %s: deed restore %s --env %s -d %s"
                        .formatted(
                            name.words(),
                            SavedBackups.place(found),
                            found.detail(BackupEvidence.TIME),
                            name.version(),
                            target.environment(),
                            target.database()))));
    return notes;
  }

  /// With the backups of what it undoes.
  Plan noted(Plan plan) {
    return plan.withNotices(of(plan.moves()));
  }

  /// With the backup of what cannot be undone.
  CannotRollBack noted(CannotRollBack refusal) {
    var row = refusal.row();
    if (row == null) {
      return refusal;
    }
    var notes = of(Map.of(row.name(), row.stored().checksum()));
    return notes.isEmpty() ? refusal : refusal.withAdvice(notes.getFirst());
  }

  private void look(Iterable<Checksum> checksums) {
    var asked = new ArrayList<Checksum>();
    checksums.forEach(checksum -> {
      if (!known.containsKey(checksum)) {
        asked.add(checksum);
      }
    });
    if (asked.isEmpty()) {
      return;
    }
    asked.forEach(checksum -> known.put(checksum, Optional.empty()));
    try {
      backups.proved(target, asked).stream()
          .sorted(Comparator.comparing(one -> one.word().at()))
          .forEach(one -> known.put(one.subject().up(), Optional.of(one)));
    } catch (UserException unreadable) {
      // The command that asks goes on without it.
      asked.forEach(known::remove);
    }
  }
}
