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

  Attachment attachment();

  default String name() {
    return attachment().name();
  }

  default QualifiedName table() {
    return attachment().table();
  }

  @Override
  default Span span() {
    return attachment().span();
  }

  /// The access to the relation that the object is tied to.
  private static ObjectAccess definesTable(Attachment to, LockMode lock) {
    return ObjectAccess.of(ObjectName.table(to.table()), DEFINES, lock, to.tableSpan());
  }

  /// @param function what it runs
  record CreatesTrigger(
      Attachment attachment,
      boolean orReplace,
      TriggerDefinition fires,
      QualifiedName function,
      List<String> arguments)
      implements AttachedEffect {

    public CreatesTrigger {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>(3);
      touches.add(definesTable(attachment, SHARE_ROW_EXCLUSIVE));
      var from = fires.fromTable();
      if (from != null) {
        touches.add(
            ObjectAccess.of(ObjectName.table(from), Access.REFERENCES, ACCESS_SHARE, span()));
      }
      touches.add(
          ObjectAccess.of(
              ObjectName.routine(ObjectKind.FUNCTION, function, "()"), READS, null, span()));
      return touches;
    }
  }

  /// @param actions canonical, one per command; `nothing` for `DO NOTHING`
  /// @param effects the effects of the commands when the rule fires
  record CreatesRule(
      Attachment attachment,
      boolean orReplace,
      RuleEvent event,
      boolean instead,
      @Nullable ExpressionText where,
      List<String> actions,
      List<Effect> effects)
      implements AttachedEffect {

    public CreatesRule {
      actions = List.copyOf(actions);
      effects = List.copyOf(effects);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(definesTable(attachment, ACCESS_EXCLUSIVE));
      effects.forEach(e -> touches.addAll(e.touches()));
      return touches;
    }
  }

  record CreatesPolicy(
      Attachment attachment,
      boolean permissive,
      PolicyCommand command,
      List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check)
      implements AttachedEffect {
    public CreatesPolicy {
      roles = List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(definesTable(attachment, ACCESS_EXCLUSIVE));
    }
  }

  /// Unchanged parts are null.
  record AltersPolicy(
      Attachment attachment,
      @Nullable List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check)
      implements AttachedEffect {
    public AltersPolicy {
      roles = roles == null ? null : List.copyOf(roles);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(definesTable(attachment, ACCESS_EXCLUSIVE));
    }
  }
}
