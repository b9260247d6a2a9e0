package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;
import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.ACCESS_SHARE;
import static dev.deed.sql.effect.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;

/// Defines sequences. `OWNED BY` ties a sequence to a table's column.
public sealed interface SequenceEffect extends Effect {

  QualifiedName sequence();

  SequenceOptions options();

  LockMode lock();

  @Override
  default List<ObjectAccess> touches() {
    var touches = new ArrayList<ObjectAccess>(2);
    var object = ObjectName.of(ObjectKind.SEQUENCE, sequence());
    touches.add(ObjectAccess.of(object, DEFINES, lock(), span()));
    var table = options().ownedBy();
    if (table != null) {
      touches.add(ObjectAccess.of(ObjectName.table(table), DEFINES, ACCESS_SHARE, span()));
    }
    return touches;
  }

  record CreatesSequence(
      QualifiedName sequence,
      SequenceOptions options,
      TableDefinition.Persistence persistence,
      boolean ifNotExists,
      Span span)
      implements SequenceEffect {
    @Override
    public LockMode lock() {
      return ACCESS_EXCLUSIVE;
    }
  }

  record AltersSequence(
      QualifiedName sequence, SequenceOptions options, boolean ifExists, Span span)
      implements SequenceEffect {
    @Override
    public LockMode lock() {
      return SHARE_ROW_EXCLUSIVE;
    }
  }
}
