package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.DiscardsTemporary;
import dev.deed.sql.effect.SessionEffect.EntersSchema;
import dev.deed.sql.effect.SessionEffect.LeavesSchema;
import dev.deed.sql.effect.SessionEffect.PresetsParameter;
import dev.deed.sql.effect.SessionEffect.SetsConstraints;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.schema.Attributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all parts of the replay share: the state, and the session of the current script, which
/// resolves names.
final class ReplaySession {

  /// From this version on, every `NOT NULL` is a named constraint.
  private static final int NAMED_NOT_NULL = 18;

  private static final int SHARED_IDENTITY = 17;

  private static final int LOCKS_MORE = 18;

  final SchemaState state = new SchemaState();
  final GeneratedNames generatedNames = new GeneratedNames(state);
  final Cascades cascades = new Cascades(state);
  private final List<String> initialPath;
  private final int postgres;

  /// Temporary tables that are dropped at the end of the transaction, by their identities.
  private final Set<Integer> droppedOnCommit = new HashSet<>();

  /// Names of temporary tables that called functions may have created.
  private final Set<String> perhapsTemporary = new HashSet<>();

  /// Names under which triggers show the changed rows to their functions, which may come first.
  private final Set<String> transitionTables = new HashSet<>();

  /// Deferred triggers that were fired in this transaction, and what their statements touched.
  private final Set<ObjectName> deferred = new LinkedHashSet<>();

  private final Set<ObjectName> knownForDeferred = new HashSet<>();
  private int blocks;

  /// Null if the scripts are not a dump: an object that they do not create may be any.
  private @Nullable Externals externals;

  /// True if each statement is a transaction of its own, except between `BEGIN` and `COMMIT`.
  private boolean alone;

  private SessionSettings session;
  private NameResolution names;
  private ExpressionResolution expressions;

  ReplaySession(List<String> initialPath, int postgres) {
    this.initialPath = List.copyOf(initialPath);
    this.postgres = postgres;
    session = new SessionSettings(this.initialPath, true);
    names = names(session.searchPath());
    expressions = new ExpressionResolution(names);
  }

  void readsDump() {
    externals = new Externals(state);
    state.readsDump();
  }

  @Nullable Externals externals() {
    return externals;
  }

  SessionSettings session() {
    return session;
  }

  NameResolution names() {
    return names;
  }

  ExpressionResolution expressions() {
    return expressions;
  }

  int postgres() {
    return postgres;
  }

  /// From this version on, `ADD CONSTRAINT` of any kind locks children that do not get it,
  /// `ANALYZE` also analyzes children, and `GRANT` locks what it is about.
  boolean locksMore() {
    return postgres >= LOCKS_MORE;
  }

  boolean namesNotNull() {
    return postgres >= NAMED_NOT_NULL;
  }

  /// From this version on, partitions have their parent's identity columns.
  boolean sharesIdentity() {
    return postgres >= SHARED_IDENTITY;
  }

  /// @param isAlone true if each statement is a transaction of its own
  void startSession(boolean isAlone) {
    alone = isAlone;
    session = new SessionSettings(initialPath, !alone);
    endDeferred();
    lookAgain();
    state.startScript();
  }

  void defer(ObjectName trigger) {
    deferred.add(trigger);
  }

  List<ObjectName> deferred() {
    return List.copyOf(deferred);
  }

  /// What a statement that fires deferred triggers has touched is told where it is.
  void rememberForDeferred(List<ObjectAccess> touched) {
    if (!deferred.isEmpty()) {
      touched.forEach(t -> knownForDeferred.add(t.object()));
    }
  }

  boolean isNewForDeferred(ObjectName object) {
    return !knownForDeferred.contains(object);
  }

  private void endDeferred() {
    deferred.clear();
    knownForDeferred.clear();
  }

  void noteTransitionTables(Collection<Effect> effects) {
    for (var effect : effects) {
      switch (effect) {
        case CreatesTrigger creates -> {
          var fires = creates.fires();
          Stream.of(fires.oldTable(), fires.newTable())
              .filter(Objects::nonNull)
              .forEach(transitionTables::add);
        }
        case RoutineEffect.RunsBlock block -> noteTransitionTables(block.body().effects());
        default -> {}
      }
    }
  }

  /// Whether a body means the rows that a trigger shows to it: no table has the name.
  boolean isTransitionTable(QualifiedName written, NameResolution inside) {
    return written.schema() == null
        && transitionTables.contains(written.name())
        && state.relation(inside.relation(written)) == null;
  }

  /// Temporary objects end with the session.
  void endSession() {
    session = new SessionSettings(initialPath, true);
    lookAgain();
    state.journal().end();
    droppedOnCommit.clear();
    perhapsTemporary.clear();
    cascades.dropTemporary();
  }

  void apply(SessionEffect effect) {
    session.apply(effect);
    switch (effect) {
      case ControlsTransaction controls -> control(controls);
      case DiscardsTemporary _ -> {
        cascades.dropTemporary();
        perhapsTemporary.clear();
      }
      case SetsParameter _,
          PresetsParameter _,
          SetsConstraints _,
          EntersSchema _,
          LeavesSchema _ -> {}
    }
    lookAgain();
  }

  private void control(ControlsTransaction controls) {
    var journal = state.journal();
    var savepoint = String.valueOf(controls.savepoint());
    switch (controls.transaction()) {
      case BEGIN -> journal.begin();
      case COMMIT, PREPARE -> commit();
      case ROLLBACK -> {
        state.undo(journal.takeAll());
        droppedOnCommit.clear();
        perhapsTemporary.clear();
      }
      case SAVEPOINT -> journal.savepoint(savepoint);
      case RELEASE -> journal.release(savepoint);
      case ROLLBACK_TO -> {
        state.undo(journal.takeSince(savepoint));
        perhapsTemporary.clear();
      }
      case COMMIT_PREPARED, ROLLBACK_PREPARED, CHARACTERISTICS -> {}
    }
  }

  private void commit() {
    endDeferred();
    state.journal().end();
    for (var identity : droppedOnCommit) {
      var name = state.lastName(identity);
      if (state.identity(name) == identity) {
        cascades.drop(name, true);
      }
    }
    droppedOnCommit.clear();
    perhapsTemporary.clear();
  }

  /// `ON COMMIT DROP`
  void dropOnCommit(ObjectName table) {
    droppedOnCommit.add(state.identity(table));
  }

  /// A statement that is a transaction of its own commits at its end.
  void endStatement() {
    if (alone && !state.journal().isOpen()) {
      endDeferred();
    }
    if (alone && !state.journal().isOpen() && !droppedOnCommit.isEmpty()) {
      commit();
    }
  }

  private void lookAgain() {
    var path = session.searchPath();
    if (!path.equals(names.path())) {
      names = names(path);
      expressions = new ExpressionResolution(names);
    }
  }

  /// Resolves names in another search path.
  NameResolution names(List<String> path) {
    return new NameResolution(state, path, perhapsTemporary);
  }

  /// A called function may have created these temporary tables.
  void addPerhapsTemporary(Set<String> tables) {
    perhapsTemporary.addAll(tables);
  }

  /// The following effects are in a `DO` block: some of them may not happen.
  void enterBlock() {
    blocks++;
    state.certainty().conditional(true);
  }

  /// What the body of a called routine does with names in its search path: some of it may not
  /// happen.
  void inRoutine(NameResolution inside, Runnable work) {
    var outside = names;
    var outsideExpressions = expressions;
    names = inside;
    expressions = new ExpressionResolution(inside);
    enterBlock();
    work.run();
    leaveBlock();
    names = outside;
    expressions = outsideExpressions;
  }

  void leaveBlock() {
    blocks--;
    state.certainty().conditional(blocks > 0);
  }

  boolean isInBlock() {
    return blocks > 0;
  }

  /// Changes the attributes of an object, if the state knows it or the script is a dump.
  void change(ObjectName name, UnaryOperator<Attributes> change) {
    var known = state.get(name);
    var object = known == null && externals != null ? externals.bare(name) : known;
    if (object != null) {
      state.put(object.with(change.apply(object.attributes())));
    }
  }

  QualifiedName created(QualifiedName name, boolean temporary) {
    return temporary ? names.temporary(name) : names.created(name);
  }
}
