package dev.deed.engine;

import dev.deed.engine.HistoryDisagrees.Disagreement;
import dev.deed.sql.DatabaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the files of a database with its history.
final class HistoryComparison {

  private final DatabaseName database;
  private final List<Migration> ordered;
  private final History history;
  private final Set<Version> byTools = new HashSet<>();
  private final List<MigrationStatus> standings;

  HistoryComparison(DatabaseName database, List<Migration> ordered, History history) {
    this.database = database;
    this.ordered = ordered;
    this.history = history;
    for (var tool : history.tools()) {
      byTools.addAll(ToolProgress.of(tool, ordered).current());
    }
    this.standings = compare();
  }

  /// @throws HistoryDisagrees with all disagreements, not only the first
  void refuse(boolean outOfOrder) {
    var disagreements = disagreements(outOfOrder);
    if (!disagreements.isEmpty()) {
      throw new HistoryDisagrees(database, disagreements);
    }
  }

  /// @throws HistoryDisagrees if one of them needs what was abandoned
  void refuseRequiredAbandoned(List<Migration> chosen) {
    var coming = chosen.stream().map(Migration::version).collect(Collectors.toSet());
    var disagreements = new ArrayList<Disagreement>();
    for (var migration : chosen) {
      for (var requirement : migration.requires()) {
        history
            .find(requirement.version())
            .filter(row -> requirement.database().equals(database) && row.isAbandoned())
            .filter(row -> !coming.contains(row.version()))
            .ifPresent(row -> disagreements.add(HistoryConflicts.abandoned(migration, row)));
      }
    }
    if (!disagreements.isEmpty()) {
      throw new HistoryDisagrees(database, disagreements);
    }
  }

  List<Disagreement> disagreements(boolean outOfOrder) {
    var disagreements = new ArrayList<Disagreement>();
    for (var standing : standings) {
      disagreement(standing)
          .filter(found -> !(outOfOrder && standing.state() == MigrationStatus.State.OVERTAKEN))
          .ifPresent(disagreements::add);
    }
    return disagreements;
  }

  List<String> notices() {
    var notices = new ArrayList<String>();
    for (var standing : standings) {
      if (standing.state() == MigrationStatus.State.FILE_GONE && !isHole(standing)) {
        notices.add(
            standing.name().words()
                + " is applied but has no file here: these files are older than the database");
      }
      if (standing.state() == MigrationStatus.State.ABANDONED && standing.migration() != null) {
        notices.add(HistoryConflicts.passedOver(standing.migration(), standing.row()));
      }
      if (standing.state() == MigrationStatus.State.PENDING_LATE) {
        notices.add(
            standing.name().words()
                + " comes late: later versions of other services are already applied");
      }
    }
    return notices;
  }

  List<MigrationStatus> standings() {
    return standings;
  }

  private List<MigrationStatus> compare() {
    var files = ordered.stream().map(Migration::version).collect(Collectors.toSet());
    var taken = new HashMap<Version, Migration>();
    ordered.forEach(m -> m.replaces().forEach(replaced -> taken.put(replaced.version(), m)));
    var found = new ArrayList<MigrationStatus>();
    for (var migration : ordered) {
      var row = history.find(migration.version()).orElse(null);
      var state =
          isPartDone(migration)
              ? MigrationStatus.State.PART_DONE
              : row == null || row.state() == HistoryRow.State.REVERTED
                  ? withoutRow(migration, row)
                  : state(migration, row);
      found.add(new MigrationStatus(migration.name(), state, migration, row));
    }
    for (var row : history.rows()) {
      var holder = taken.get(row.version());
      if (!files.contains(row.version()) && !(holder != null && holder.contains(row))) {
        fileless(row)
            .ifPresent(state -> found.add(new MigrationStatus(row.name(), state, null, row)));
      }
    }
    found.sort(Comparator.comparing(standing -> standing.name().version()));
    return List.copyOf(found);
  }

  /// Some of the migrations that it replaces are applied here, or half-way, and others are not.
  private boolean isPartDone(Migration migration) {
    var replaced = new ReplacedMigrations(migration.name().service(), migration.replaces());
    return !replaced.all().isEmpty()
        && !isAppliedItself(migration)
        && !replaced.there(history).isEmpty()
        && replaced.complete(history).isEmpty();
  }

  /// Its version is that of the last one that it replaces, so only the statements distinguish the
  /// rows of the two.
  private boolean isAppliedItself(Migration migration) {
    return history
        .find(migration.version())
        .filter(row -> row.isThere() && migration.up().isAs(row.stored().checksum()))
        .isPresent();
  }

  private MigrationStatus.State state(Migration migration, HistoryRow row) {
    return switch (row.state()) {
      case APPLIED -> isEdited(migration, row) ? edited(migration) : MigrationStatus.State.APPLIED;
      case STAMPED -> isEdited(migration, row) ? edited(migration) : MigrationStatus.State.STAMPED;
      case MANUAL -> MigrationStatus.State.MANUAL;
      case STARTED, FAILED -> unfinished(migration, row);
      case REVERTING -> MigrationStatus.State.HALF_WAY;
      case REVERTED ->
          migration.contract().isPresent()
              ? MigrationStatus.State.WAITING
              : MigrationStatus.State.REVERTED;
      case ABANDONED, ABANDONED_ROLLBACK ->
          row.isLeftAlone(migration) ? MigrationStatus.State.ABANDONED : pending(migration);
    };
  }

  private MigrationStatus.State withoutRow(Migration migration, @Nullable HistoryRow row) {
    if (byTools.contains(migration.version()) && !migration.origin().isOfDeed()) {
      return MigrationStatus.State.BY_TOOL;
    }
    return row == null ? pending(migration) : state(migration, row);
  }

  /// A tool's repeatable migration is meant to be changed.
  private static MigrationStatus.State edited(Migration migration) {
    return migration.origin().isRepeatable()
        ? MigrationStatus.State.PENDING
        : MigrationStatus.State.EDITED;
  }

  private MigrationStatus.State unfinished(Migration migration, HistoryRow row) {
    if (row.progress().isHalfWay()) {
      return MigrationStatus.State.HALF_WAY;
    }
    return row.state() == HistoryRow.State.FAILED
        ? MigrationStatus.State.FAILED
        : pending(migration);
  }

  private MigrationStatus.State pending(Migration migration) {
    if (migration.contract().isPresent()) {
      return MigrationStatus.State.WAITING;
    }
    var later =
        history.rows().stream()
            .filter(HistoryRow::isMark)
            .filter(row -> row.version().compareTo(migration.version()) > 0)
            .filter(row -> !isFarAhead(row))
            .toList();
    if (later.stream().anyMatch(row -> row.name().service().equals(migration.name().service()))) {
      return MigrationStatus.State.OVERTAKEN;
    }
    return later.isEmpty() ? MigrationStatus.State.PENDING : MigrationStatus.State.PENDING_LATE;
  }

  /// A version by mistake, which would make every other one come late.
  private boolean isFarAhead(HistoryRow row) {
    var now = history.readAt();
    return now != null && row.version().isFarAhead(now);
  }

  private static Optional<MigrationStatus.State> fileless(HistoryRow row) {
    return switch (row.state()) {
      case APPLIED, STAMPED -> Optional.of(MigrationStatus.State.FILE_GONE);
      case MANUAL -> Optional.of(MigrationStatus.State.MANUAL);
      case REVERTING -> Optional.of(MigrationStatus.State.HALF_WAY);
      case STARTED, FAILED ->
          row.progress().isHalfWay()
              ? Optional.of(MigrationStatus.State.HALF_WAY)
              : Optional.of(MigrationStatus.State.FAILED_GONE);
      case ABANDONED, ABANDONED_ROLLBACK -> Optional.of(MigrationStatus.State.ABANDONED);
      case REVERTED -> Optional.empty();
    };
  }

  private static boolean isEdited(Migration migration, HistoryRow row) {
    return migration.isComparable(row)
        && !migration.up().isAs(row.stored().checksum())
        && !migration.contains(row);
  }

  private Optional<Disagreement> disagreement(MigrationStatus standing) {
    return switch (standing.state()) {
      case EDITED -> Optional.of(HistoryConflicts.edited(standing));
      case OVERTAKEN -> Optional.of(HistoryConflicts.overtaken(standing, laterOf(standing)));
      case FILE_GONE ->
          isHole(standing) ? Optional.of(HistoryConflicts.gone(standing)) : Optional.empty();
      case HALF_WAY -> HistoryConflicts.halfWay(standing);
      case PART_DONE -> Optional.of(HistoryConflicts.partDone(standing, history));
      case APPLIED,
          STAMPED,
          MANUAL,
          BY_TOOL,
          PENDING,
          PENDING_LATE,
          WAITING,
          REVERTED,
          FAILED,
          FAILED_GONE,
          ABANDONED ->
          Optional.empty();
    };
  }

  /// A missing file between others was deleted; one after all others may still come, with a newer
  /// state of the repository.
  private boolean isHole(MigrationStatus standing) {
    return ordered.stream()
        .filter(migration -> migration.name().service().equals(standing.name().service()))
        .anyMatch(migration -> migration.version().compareTo(standing.name().version()) > 0);
  }

  private String laterOf(MigrationStatus standing) {
    return history.rows().stream()
        .filter(HistoryRow::isMark)
        .filter(row -> row.name().service().equals(standing.name().service()))
        .filter(row -> !isFarAhead(row))
        .map(HistoryRow::version)
        .max(Comparator.naturalOrder())
        .map(Version::text)
        .orElse("");
  }
}
