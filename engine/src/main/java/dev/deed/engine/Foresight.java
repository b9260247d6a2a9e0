package dev.deed.engine;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Resolved;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a plan's statements will reach, in the state that the history and the statements before
/// them leave. Pure: the database is taken to be what its history says.
public final class Foresight {

  private final SchemaReader reader;
  private final Schema before;

  private Foresight(History history, SchemaReader reader) {
    this.reader = reader;
    AppliedScript.of(history).forEach(applied -> reader.readBaseline(applied.script()));
    this.before = reader.schema();
  }

  /// @param statements those that are still to be sent, in order
  /// @param created what the plan creates, here or before: nobody waits for it yet
  public record Foreseen(Move move, List<Resolved> statements, Set<ObjectName> created) {
    public Foreseen {
      statements = List.copyOf(statements);
      created = Set.copyOf(created);
    }
  }

  /// @param reader one that has read nothing yet
  public static List<Foreseen> of(Plan plan, History history, SchemaReader reader) {
    var foresight = new Foresight(history, reader);
    return plan.moves().stream().map(foresight::foresee).toList();
  }

  private Foreseen foresee(Move move) {
    if (move.direction() == Direction.STAMP) {
      return new Foreseen(move, List.of(), Set.of());
    }
    var settings = move.settingsBefore(move.done());
    var statements = new ArrayList<>(settings);
    var all = move.body().statements();
    statements.addAll(all.subList(move.done(), all.size()));
    var resolved = reader.read(part(move.body().script(), statements));
    var sent = resolved.subList(settings.size(), resolved.size());
    return new Foreseen(move, sent, created(sent));
  }

  private Set<ObjectName> created(List<Resolved> statements) {
    var created = new HashSet<ObjectName>();
    for (var statement : statements) {
      created.addAll(statement.fresh());
      statement.touches().stream()
          .map(touch -> touch.object())
          .filter(object -> before.find(object).isEmpty() && reader.isNew(object))
          .forEach(created::add);
    }
    return created;
  }

  private static Script part(Script script, List<Statement> statements) {
    return new Script(
        script.file(), script.text(), statements, script.directives(), script.problems());
  }
}
