package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.schema.Attributes;
import java.util.List;
import java.util.function.UnaryOperator;

/// What all parts of the replay share: the state, and the session of the current script, which
/// resolves names.
final class ReplaySession {

  /// From this version on, every `NOT NULL` is a named constraint.
  private static final int NAMED_NOT_NULL = 18;

  private static final int SHARED_IDENTITY = 17;

  final SchemaState state = new SchemaState();
  final GeneratedNames generatedNames = new GeneratedNames(state);
  final Cascades cascades = new Cascades(state);
  private final List<String> initialPath;
  private final int postgres;
  private SessionSettings session;
  private NameResolution names;
  private ExpressionResolution expressions;

  ReplaySession(List<String> initialPath, int postgres) {
    this.initialPath = List.copyOf(initialPath);
    this.postgres = postgres;
    session = new SessionSettings(this.initialPath);
    names = new NameResolution(state, session.searchPath());
    expressions = new ExpressionResolution(names);
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

  boolean namesNotNull() {
    return postgres >= NAMED_NOT_NULL;
  }

  /// From this version on, partitions have their parent's identity columns.
  boolean sharesIdentity() {
    return postgres >= SHARED_IDENTITY;
  }

  void startSession() {
    session = new SessionSettings(initialPath);
    lookAgain();
    state.startScript();
  }

  /// Temporary objects end with the session.
  void endSession() {
    session = new SessionSettings(initialPath);
    lookAgain();
    state.journal().end();
    cascades.dropTemporary();
  }

  void apply(SessionEffect effect) {
    session.apply(effect);
    if (effect instanceof ControlsTransaction controls) {
      control(controls.transaction());
    }
    lookAgain();
  }

  private void control(Transaction transaction) {
    var journal = state.journal();
    switch (transaction) {
      case BEGIN -> journal.begin();
      case COMMIT, PREPARE -> journal.end();
      case ROLLBACK -> state.undo(journal.takeAll());
      case SAVEPOINT -> journal.savepoint();
      case RELEASE -> journal.release();
      case ROLLBACK_TO -> state.undo(journal.takeSinceSavepoint());
      case COMMIT_PREPARED, ROLLBACK_PREPARED, CHARACTERISTICS -> {}
    }
  }

  private void lookAgain() {
    var path = session.searchPath();
    if (!path.equals(names.path())) {
      names = new NameResolution(state, path);
      expressions = new ExpressionResolution(names);
    }
  }

  /// Changes the attributes of an object, if the state knows it.
  void change(ObjectName name, UnaryOperator<Attributes> change) {
    var object = state.get(name);
    if (object != null) {
      state.put(object.with(change.apply(object.attributes())));
    }
  }

  QualifiedName created(QualifiedName name, boolean temporary) {
    return temporary ? names.temporary(name) : names.created(name);
  }
}
