package dev.deed.engine;

import dev.deed.sql.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The applied migrations of one database; empty if deed was never run there.
public final class History {

  public static final History NONE = new History(List.of());

  private final List<HistoryRow> rows;
  private final @Nullable Instant readAt;
  private final Map<Version, HistoryRow> byVersion = new HashMap<>();
  private final ChangeoverEvidence changeovers;
  private final LiveUse use;
  private final List<ToolHistory> tools;
  private final Set<Tool> adopted;
  private final @Nullable String scope;

  public History(List<HistoryRow> rows) {
    this(rows, null);
  }

  /// @param readAt by the server's own clock; null where no server was read
  public History(List<HistoryRow> rows, @Nullable Instant readAt) {
    this(rows, readAt, ChangeoverEvidence.NONE, LiveUse.UNKNOWN);
  }

  public History(
      List<HistoryRow> rows,
      @Nullable Instant readAt,
      ChangeoverEvidence changeovers,
      LiveUse use) {
    this(rows, readAt, changeovers, use, List.of(), Set.of(), null);
  }

  private History(
      List<HistoryRow> rows,
      @Nullable Instant readAt,
      ChangeoverEvidence changeovers,
      LiveUse use,
      List<ToolHistory> tools,
      Set<Tool> adopted,
      @Nullable String scope) {
    this.scope = scope;
    this.tools = List.copyOf(tools);
    this.adopted = Set.copyOf(adopted);
    this.readAt = readAt;
    this.changeovers = changeovers;
    this.use = use;
    this.rows = rows.stream().sorted(Comparator.comparing(HistoryRow::version)).toList();
    this.rows.forEach(row -> byVersion.put(row.version(), row));
  }

  /// By the clock of the server that wrote the rows.
  @Nullable Instant readAt() {
    return readAt;
  }

  /// The same, next to what other tools have written down in the database.
  ///
  /// @param taken whose migrations deed has taken over there
  public History with(List<ToolHistory> others, Set<Tool> taken) {
    return new History(rows, readAt, changeovers, use, others, taken, scope);
  }

  /// The same for a part of the migrations only.
  ///
  /// @param part its name; null for all of them
  public History withScope(@Nullable String part) {
    return new History(rows, readAt, changeovers, use, tools, adopted, part);
  }

  /// The part of the migrations that the database was built from; null for all of them.
  public @Nullable String scope() {
    return scope;
  }

  /// The same on a copy, where no other tool will apply anything.
  public History ofCopy() {
    return with(List.of(), EnumSet.allOf(Tool.class));
  }

  /// The same with what other tools have applied, where deed has not taken over from them: it is in
  /// the database as much as what deed has recorded.
  ///
  /// @param files of the database, in their order
  public History withAppliedByTools(List<Migration> files) {
    var all = new ArrayList<>(rows);
    var position = rows.stream().mapToLong(row -> row.attempt().position()).max().orElse(0);
    for (var migration : appliedByTools(files)) {
      all.removeIf(row -> row.version().equals(migration.version()));
      position++;
      all.add(
          new HistoryRow(
              migration.name(),
              migration.file(),
              HistoryRow.State.STAMPED,
              new HistoryRow.Stored(
                  migration.checksum(),
                  migration.up().kept(),
                  null,
                  null,
                  List.of(),
                  migration.runsAlone()),
              HistoryRow.Progress.NONE,
              new HistoryRow.Attempt(position, false, "", Instant.EPOCH, Duration.ZERO, null)));
    }
    return new History(all, readAt, changeovers, use, tools, adopted, scope);
  }

  /// What other tools have applied where deed has not taken over from them.
  public List<Migration> appliedByTools(List<Migration> files) {
    var current =
        tools.stream()
            .filter(tool -> !isAdopted(tool.tool()))
            .collect(
                Collectors.toMap(
                    ToolHistory::tool,
                    tool -> ToolProgress.of(tool, files).current(),
                    (one, _) -> one));
    return files.stream()
        .filter(
            file -> current.getOrDefault(file.origin().tool(), Set.of()).contains(file.version()))
        .toList();
  }

  /// What other tools have written down in the database.
  public List<ToolHistory> tools() {
    return tools;
  }

  /// Whether deed applies the tool's migrations there.
  public boolean isAdopted(Tool tool) {
    return tool == Tool.DEED || adopted.contains(tool);
  }

  /// The tools whose migrations deed has taken over there.
  public Set<Tool> adopted() {
    return adopted;
  }

  /// In the order of their versions.
  public List<HistoryRow> rows() {
    return rows;
  }

  /// What the database remembers of changeovers and backfills.
  public ChangeoverEvidence changeovers() {
    return changeovers;
  }

  /// The live database, where one is asked.
  public LiveUse use() {
    return use;
  }

  /// The same, with a live database that can be asked.
  public History with(LiveUse live) {
    return new History(rows, readAt, changeovers, live, tools, adopted, scope);
  }

  /// The same, with the places that the files give to versions whose text does not say their order.
  History inOrderOf(List<Migration> migrations) {
    var places = new HashMap<Version, Version>();
    for (var migration : migrations) {
      if (migration.version().place() > 0) {
        places.put(migration.version(), migration.version());
      }
    }
    return places.isEmpty()
        ? this
        : new History(
            rows.stream()
                .map(row -> row.as(places.getOrDefault(row.version(), row.version())))
                .toList(),
            readAt,
            changeovers,
            use,
            tools,
            adopted,
            scope);
  }

  public Optional<HistoryRow> find(Version version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  public boolean isDone(Version version) {
    return find(version).filter(HistoryRow::isDone).isPresent();
  }

  /// The history after all of these are stamped.
  public History withStamped(List<PlannedMigration> moves) {
    var all = new ArrayList<>(rows);
    var position = rows.stream().mapToLong(row -> row.attempt().position()).max().orElse(0);
    for (var move : moves) {
      all.removeIf(row -> row.version().equals(move.name().version()));
      position++;
      all.add(
          new HistoryRow(
              move.name(),
              move.file(),
              HistoryRow.State.STAMPED,
              move.stored(),
              HistoryRow.Progress.NONE,
              new HistoryRow.Attempt(
                  position, move.outOfOrder(), "", Instant.EPOCH, Duration.ZERO, null)));
    }
    return new History(all, readAt, changeovers, use, tools, adopted, scope);
  }

  /// Those whose change is in the database, the last recorded one first.
  List<HistoryRow> doneLastFirst() {
    return rows.stream()
        .filter(HistoryRow::isDone)
        .sorted(Comparator.comparingLong((HistoryRow row) -> row.attempt().position()).reversed())
        .toList();
  }

  @Override
  public String toString() {
    return "History" + rows;
  }
}
