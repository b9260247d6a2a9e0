package dev.deed.engine;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Resolves the statements of a plan against the schema that the history and the statements before
/// them leave. Pure: the database is assumed to match its history.
public final class PlanPreview {

  private final SchemaReader reader;
  private final Reading reading;
  private final Schema before;

  private PlanPreview(History history, SchemaReader reader, Reading reading) {
    this.reader = reader;
    this.reading = reading;
    AppliedScript.of(history).forEach(applied -> reader.readBaseline(applied.script()));
    this.before = reader.objects();
  }

  /// @param statements those still to be sent, in order
  /// @param created objects that the plan creates at or before this move: no other session uses
  ///   them yet
  public record Foreseen(
      PlannedMigration move, List<ResolvedStatement> statements, Set<ObjectName> created) {
    public Foreseen {
      statements = List.copyOf(statements);
      created = Set.copyOf(created);
    }
  }

  /// Reads a script with a reader and may observe it during that.
  @FunctionalInterface
  public interface Reading {
    /// @param alone each statement has a transaction of its own, or none
    List<ResolvedStatement> read(Script script, boolean alone);
  }

  /// @param reader one that has read nothing yet
  /// @param reading reads the scripts of the plan with that reader
  public static List<Foreseen> of(
      Plan plan, History history, SchemaReader reader, Reading reading) {
    var foresight = new PlanPreview(history, reader, reading);
    return plan.moves().stream().map(foresight::foresee).toList();
  }

  private Foreseen foresee(PlannedMigration move) {
    if (!move.direction().sendsStatements()) {
      return new Foreseen(move, List.of(), Set.of());
    }
    var settings = move.settingsBefore(move.done());
    var statements = new ArrayList<>(settings);
    var all = move.body().statements();
    statements.addAll(all.subList(move.done(), all.size()));
    var resolved = reading.read(part(move.body().script(), statements), move.body().alone());
    var sent = resolved.subList(settings.size(), resolved.size());
    return new Foreseen(move, sent, created(sent));
  }

  private Set<ObjectName> created(List<ResolvedStatement> statements) {
    var created = new HashSet<ObjectName>();
    for (var statement : statements) {
      created.addAll(statement.fresh());
      statement.touches().stream()
          .map(touch -> touch.object())
          .filter(object -> before.find(object).isEmpty() && isMade(object))
          .forEach(created::add);
    }
    return created;
  }

  /// Also by a statement whose object is gone at the end of the script.
  private boolean isMade(ObjectName object) {
    return reader.isNew(object) || reader.catalog().firstCreation(object) >= 0;
  }

  private static Script part(Script script, List<Statement> statements) {
    return new Script(
        script.file(), script.text(), statements, script.directives(), script.problems());
  }
}
