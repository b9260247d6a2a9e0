package dev.deed.drift.close;

import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Sequence;
import java.util.Objects;

/// The statements that change a sequence and keep its position.
record SequenceAlter(Sequence before, Sequence after) {

  private String alter() {
    return "ALTER SEQUENCE " + after.qualifiedName().quoted();
  }

  Lines lines() {
    var lines = new Lines();
    if (before.persistence() != after.persistence()) {
      lines.add(
          alter()
              + (after.persistence() == Persistence.UNLOGGED ? " SET UNLOGGED" : " SET LOGGED"));
    }
    var text = new StringBuilder();
    var old = before.range();
    var now = after.range();
    if (!before.type().equals(after.type())) {
      text.append(" AS ").append(after.type());
    }
    if (before.increment() != after.increment()) {
      text.append(" INCREMENT BY ").append(after.increment());
    }
    // A new type takes limits with it that were those of the old type.
    if (old.minimum() != now.minimum() || !text.isEmpty()) {
      text.append(" MINVALUE ").append(now.minimum());
    }
    if (old.maximum() != now.maximum() || !text.isEmpty()) {
      text.append(" MAXVALUE ").append(now.maximum());
    }
    if (old.start() != now.start()) {
      text.append(" START WITH ").append(now.start());
    }
    if (before.cache() != after.cache()) {
      text.append(" CACHE ").append(after.cache());
    }
    if (before.cycle() != after.cycle()) {
      text.append(after.cycle() ? " CYCLE" : " NO CYCLE");
    }
    if (text.isEmpty()) {
      return lines;
    }
    if (old.start() < now.minimum() || old.start() > now.maximum()) {
      return lines.add(
          alter() + text + " RESTART",
          "its old first value is out of its new limits: it starts again");
    }
    return lines.add(alter() + text.toString());
  }

  boolean changesOwner() {
    return !after.identity() && !Objects.equals(before.ownedBy(), after.ownedBy());
  }

  /// Before its column goes.
  Lines released() {
    return before.ownedBy() != null && changesOwner()
        ? Lines.of(alter() + " OWNED BY NONE")
        : new Lines();
  }

  Lines owned() {
    return changesOwner() && after.ownedBy() != null ? Lines.of(ownedBy(after)) : new Lines();
  }

  static String ownedBy(Sequence sequence) {
    var column = Objects.requireNonNull(sequence.ownedBy());
    return "ALTER SEQUENCE %s OWNED BY %s"
        .formatted(sequence.qualifiedName().quoted(), column.text());
  }
}
