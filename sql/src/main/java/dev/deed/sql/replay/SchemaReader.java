package dev.deed.sql.replay;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /// Reads a dump: an object that it changes and never creates is a fact, too.
  ///
  /// @param publicSchema what the dump's author takes for the attributes of schema `public`, which
  ///   it does not create
  public static SchemaReader ofDump(int postgres, Attributes publicSchema) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.surrounding.readsDump();
    reader.surrounding.state.put(
        new SchemaObject.Other(
            ObjectName.of(ObjectKind.SCHEMA, "public"), "", List.of(), List.of(), publicSchema));
    return reader;
  }

  /// Reads the parts of one script, each of them whole statements, one after the other: only one of
  /// them is needed at a time.
  public void readInParts(Iterator<Script> parts) {
    surrounding.startSession(false);
    while (parts.hasNext()) {
      var part = parts.next();
      for (var statement : part.statements()) {
        read(part, statement, ReplayWatcher.NONE);
        surrounding.endStatement();
      }
    }
    surrounding.endSession();
  }

  /// Adds an object that no statement creates that could be read.
  public void add(SchemaObject object) {
    surrounding.state.put(object);
  }

  /// The number, from 0, of the first statement of a dump that changes an object before a later
  /// statement creates it; -1 for none.
  public int firstEarlyChange() {
    var externals = surrounding.externals();
    return externals == null ? -1 : externals.firstEarly();
  }

  /// Reads a migration or a dump: its settings (search path, role) and temporary tables end with
  /// it.
  public List<ResolvedStatement> read(Script script) {
    return read(script, ReplayWatcher.NONE);
  }

  /// @param watcher called before and after every change of the state
  public List<ResolvedStatement> read(Script script, ReplayWatcher watcher) {
    return read(script, false, watcher);
  }

  /// @param alone true if each statement is a transaction of its own, except between `BEGIN` and
  ///   `COMMIT`
  public List<ResolvedStatement> read(Script script, boolean alone, ReplayWatcher watcher) {
    surrounding.startSession(alone);
    script.statements().forEach(s -> surrounding.noteTransitionTables(s.effects()));
    var resolved = new ArrayList<ResolvedStatement>(script.statements().size());
    for (var statement : script.statements()) {
      resolved.add(read(script, statement, watcher));
      surrounding.endStatement();
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

  /// Before the first script: there is nothing but what the scripts create.
  public void startFromNothing() {
    surrounding.state.certainty().startFromNothing();
  }

  /// Before the first script: objects that exist, or may exist, although no script creates them.
  ///
  /// @param names asked about relations, routines without their arguments, types, schemas, and
  ///   parts of relations
  public void outside(Predicate<ObjectName> names) {
    surrounding.state.certainty().outside(names);
  }

  /// From here on, what the scripts left is not certain: something that was not read comes between.
  public void doubtAll() {
    surrounding.state.certainty().doubtAll();
  }

  private ResolvedStatement read(Script script, Statement statement, ReplayWatcher watcher) {
    surrounding.state.startStatement(new StatementPlace(script.file(), statement.span()));
    var reading = new Reading(script, statement, watcher);
    statement.effects().forEach(reading::step);
    return reading.end();
  }

  /// Reads one statement effect by effect: each is resolved in the state after those before it.
  private final class Reading {

    private final Script script;
    private final Statement statement;
    private final ReplayWatcher watcher;
    private final Resolution resolution;
    private final Doubts doubts;
    private final Set<ObjectName> fresh = new HashSet<>();
    private final List<ObjectAccess> uses = new ArrayList<>();

    Reading(Script script, Statement statement, ReplayWatcher watcher) {
      this.script = script;
      this.statement = statement;
      this.watcher = watcher;
      this.resolution = new Resolution(surrounding, statement, replay::apply);
      this.doubts = new Doubts(surrounding, statement, watcher.reportsMissing());
    }

    void step(Effect effect) {
      step(effect, statement);
    }

    /// @param whole the statement of the effect, which may be one of a block's
    private void step(Effect effect, Statement whole) {
      watcher.before(effect, statement);
      if (effect instanceof RunsBlock block) {
        surrounding.enterBlock();
        var body = block.body().effects();
        body.forEach(inner -> step(inner, Replay.part(statement, inner, body)));
        surrounding.leaveBlock();
        watcher.leaveBlock(block);
        return;
      }
      var subject = resolution.add(effect);
      var reached = resolution.takeReached();
      addFresh(reached);
      watcher.reached(new ReachedEffect(effect, subject, reached));
      var externals = surrounding.externals();
      if (externals != null) {
        externals.observe(effect, subject, reached, () -> script.textOf(statement));
      }
      doubts.before(effect);
      replay.apply(effect, whole);
      doubts.after(effect, resolution.opaque());
      // After a rename, the same definitions use the same objects.
      var used = surrounding.state.takeUses();
      if (!(effect instanceof ObjectEffect)) {
        used.forEach(o -> uses.add(ObjectAccess.of(o, Access.REFERENCES, null, effect.span())));
      }
      if (effect instanceof ObjectEffect.Creates creates) {
        ObjectReplay.computedWith(creates, whole, surrounding)
            .forEach(o -> uses.add(ObjectAccess.of(o, Access.REFERENCES, null, effect.span())));
      }
      if (effect instanceof SessionEffect session) {
        resolution.checkUser(session);
      }
    }

    /// Whether a function that runs later may do something else then.
    private boolean isChange(Effect effect) {
      return switch (effect) {
        case RoutineEffect.CreatesRoutine _,
            RoutineEffect.AltersRoutine _,
            RunsBlock _,
            ObjectEffect _,
            SessionEffect _ ->
            true;
        default -> false;
      };
    }

    /// An object that is renamed or dropped is known by its name only before that.
    private void addFresh(List<ObjectName> objects) {
      for (var object : objects) {
        if (surrounding.state.isFresh(object)) {
          fresh.add(object);
        }
      }
    }

    ResolvedStatement end() {
      if (!surrounding.deferred().isEmpty()
          && statement.effects().stream().anyMatch(this::isChange)) {
        resolution.addDeferred(
            statement.span(), new Resolution(surrounding, statement, (_, _) -> {}));
      }
      surrounding.rememberForDeferred(resolution.touches());
      doubts.end(resolution.touches());
      var resolved =
          new ResolvedStatement(
              statement,
              resolution.touches(),
              resolution.opaque(),
              fresh,
              resolution.writtenThroughViews(),
              resolution.writers(),
              uses);
      watcher.after(resolved);
      return resolved;
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

  /// A live view of the objects, as their statements spell them.
  public Collection<SchemaObject> written() {
    return surrounding.state.objects();
  }

  /// The objects that a dump leaves, one at a time, spelled as in a snapshot. Nothing can be read
  /// after it.
  public Stream<SchemaObject> finish() {
    return finish(object -> true);
  }

  /// Those of them that are wanted; a wanted one is known by its definition as it was written.
  public Stream<SchemaObject> finish(Predicate<SchemaObject> wanted) {
    surrounding.state.forgetDependencies();
    var speller = new ObjectSpeller(surrounding.state);
    return written().stream().filter(wanted).map(speller::of);
  }

  /// A snapshot of the objects now, faster than `schema`: expressions in them are spelled as in
  /// their statements.
  public Schema objects() {
    return Schema.of(surrounding.state.objects(), object -> object);
  }
}
