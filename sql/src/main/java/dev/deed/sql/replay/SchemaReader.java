package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Replays statements, in order, into a `Schema`, and resolves each of them in the state before it.
/// One reader per database.
public final class SchemaReader {

  private static final int USUAL_POSTGRES = 15;

  private final ReplaySession surrounding;
  private final Replay replay;

  /// @param searchPath with which the database's sessions start: `public`
  public SchemaReader(List<String> searchPath) {
    this(searchPath, USUAL_POSTGRES);
  }

  /// @param postgres the server's major version: from 18 on, every `NOT NULL` is a named constraint
  public SchemaReader(List<String> searchPath, int postgres) {
    surrounding = new ReplaySession(searchPath, postgres);
    replay = new Replay(surrounding);
  }

  /// Reads a migration or a dump: its settings (search path, role) and temporary tables end with
  /// it.
  public List<ResolvedStatement> read(Script script) {
    return read(script, ReplayWatcher.NONE);
  }

  /// @param watcher called before and after every change of the state
  public List<ResolvedStatement> read(Script script, ReplayWatcher watcher) {
    surrounding.startSession();
    var resolved = new ArrayList<ResolvedStatement>(script.statements().size());
    for (var statement : script.statements()) {
      resolved.add(read(statement, watcher));
    }
    surrounding.endSession();
    return resolved;
  }

  /// Reads what existed before the migrations: none of it is new to them.
  public void readBaseline(Script script) {
    read(script);
    surrounding.state.forgetCreations();
  }

  /// True if one of the scripts read, except the baseline, created it.
  public boolean isNew(ObjectName object) {
    return surrounding.state.isCreated(object);
  }

  private ResolvedStatement read(Statement statement, ReplayWatcher watcher) {
    surrounding.state.startStatement();
    var resolution = new Resolution(surrounding, statement);
    var fresh = new HashSet<ObjectName>();
    for (var effect : statement.effects()) {
      watcher.before(effect, statement);
      resolution.add(effect);
      if (effect instanceof ObjectEffect) {
        addFresh(fresh, resolution);
      }
      replay.apply(effect, statement);
    }
    addFresh(fresh, resolution);
    var resolved =
        new ResolvedStatement(statement, resolution.touches(), resolution.opaque(), fresh);
    watcher.after(resolved);
    return resolved;
  }

  /// An object that is renamed or dropped is known by its name only before that.
  private void addFresh(Set<ObjectName> fresh, Resolution resolution) {
    for (var touch : resolution.touches()) {
      if (surrounding.state.isFresh(touch.object())) {
        fresh.add(touch.object());
      }
    }
  }

  /// A live view of the state: it changes with every statement read.
  public Catalog catalog() {
    return new Catalog(surrounding);
  }

  /// A snapshot of the state now.
  public Schema schema() {
    return Schema.of(surrounding.state.objects(), new ObjectSpeller(surrounding.state)::of);
  }

  /// A snapshot of the objects now, faster than `schema`: expressions in them are spelled as in
  /// their statements.
  public Schema objects() {
    return Schema.of(surrounding.state.objects(), object -> object);
  }
}
