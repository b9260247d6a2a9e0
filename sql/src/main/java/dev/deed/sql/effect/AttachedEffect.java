package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;
import static dev.deed.sql.effect.Access.READS;
import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.ACCESS_SHARE;
import static dev.deed.sql.effect.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Defines triggers, rules and policies, which are tied to a relation. `ObjectEffect`s drop, rename
/// and comment on them.
public sealed interface AttachedEffect extends Effect {

  String name();

  QualifiedName table();

  /// @param timing `before`, `after` or `instead of`
  /// @param events lower case: `insert`, `update`, `delete`, `truncate`
  /// @param fromTable the other table of a constraint trigger, or null
  record CreatesTrigger(
      String name,
      QualifiedName table,
      Span tableSpan,
      boolean orReplace,
      boolean constraint,
      String timing,
      List<String> events,
      List<String> updateOf,
      boolean forEachRow,
      @Nullable ExpressionText when,
      @Nullable String oldTable,
      @Nullable String newTable,
      @Nullable QualifiedName fromTable,
      boolean deferrable,
      boolean initiallyDeferred,
      QualifiedName function,
      List<String> arguments,
      Span span)
      implements AttachedEffect {

    public CreatesTrigger {
      events = List.copyOf(events);
      updateOf = List.copyOf(updateOf);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>(3);
      touches.add(
          ObjectAccess.of(ObjectName.table(table), DEFINES, SHARE_ROW_EXCLUSIVE, tableSpan));
      if (fromTable != null) {
        touches.add(
            ObjectAccess.of(ObjectName.table(fromTable), Access.REFERENCES, ACCESS_SHARE, span));
      }
      touches.add(
          ObjectAccess.of(new ObjectName(ObjectKind.FUNCTION, function, "()"), READS, null, span));
      return touches;
    }
  }

  /// @param event lower case: `select`, `insert`, `update`, `delete`
  /// @param actions canonical, one per command; `nothing` for `DO NOTHING`
  /// @param effects the effects of the commands when the rule fires
  record CreatesRule(
      String name,
      QualifiedName table,
      Span tableSpan,
      boolean orReplace,
      String event,
      boolean instead,
      @Nullable ExpressionText where,
      List<String> actions,
      List<Effect> effects,
      Span span)
      implements AttachedEffect {

    public CreatesRule {
      actions = List.copyOf(actions);
      effects = List.copyOf(effects);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(ObjectAccess.of(ObjectName.table(table), DEFINES, ACCESS_EXCLUSIVE, tableSpan));
      effects.forEach(e -> touches.addAll(e.touches()));
      return touches;
    }
  }

  /// @param command lower case: `all`, `select`, ...
  record CreatesPolicy(
      String name,
      QualifiedName table,
      Span tableSpan,
      boolean permissive,
      String command,
      List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check,
      Span span)
      implements AttachedEffect {
    public CreatesPolicy {
      roles = List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.table(table), DEFINES, ACCESS_EXCLUSIVE, tableSpan));
    }
  }

  /// Unchanged parts are null.
  record AltersPolicy(
      String name,
      QualifiedName table,
      Span tableSpan,
      @Nullable List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check,
      Span span)
      implements AttachedEffect {
    public AltersPolicy {
      roles = roles == null ? null : List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.table(table), DEFINES, ACCESS_EXCLUSIVE, tableSpan));
    }
  }
}
