package dev.deed.sql.schema;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Range;
import dev.deed.sql.schema.Relation.Sequence;
import org.jspecify.annotations.Nullable;

/// A sequence that is being changed. A new one counts by one, and belongs to no column.
public final class SequenceDraft {

  private ObjectName name;
  private String type;
  private Range range;
  private long increment = 1;
  private long cache = 1;
  private boolean cycle;
  private Persistence persistence = Persistence.PERMANENT;
  private @Nullable ObjectName ownedBy;
  private boolean identity;
  private Attributes attributes = Attributes.NONE;

  public SequenceDraft(ObjectName name, String type, Range range) {
    this.name = name;
    this.type = type;
    this.range = range;
  }

  SequenceDraft(Sequence sequence) {
    this(sequence.name(), sequence.type(), sequence.range());
    increment = sequence.increment();
    cache = sequence.cache();
    cycle = sequence.cycle();
    persistence = sequence.persistence();
    ownedBy = sequence.ownedBy();
    identity = sequence.identity();
    attributes = sequence.attributes();
  }

  public SequenceDraft name(ObjectName value) {
    name = value;
    return this;
  }

  public SequenceDraft type(String value) {
    type = value;
    return this;
  }

  public SequenceDraft range(Range value) {
    range = value;
    return this;
  }

  public SequenceDraft increment(long value) {
    increment = value;
    return this;
  }

  public SequenceDraft cache(long value) {
    cache = value;
    return this;
  }

  public SequenceDraft cycle(boolean value) {
    cycle = value;
    return this;
  }

  public SequenceDraft persistence(Persistence value) {
    persistence = value;
    return this;
  }

  public SequenceDraft ownedBy(@Nullable ObjectName value) {
    ownedBy = value;
    return this;
  }

  public SequenceDraft identity(boolean value) {
    identity = value;
    return this;
  }

  public SequenceDraft attributes(Attributes value) {
    attributes = value;
    return this;
  }

  public Sequence sequence() {
    return new Sequence(
        name, type, range, increment, cache, cycle, persistence, ownedBy, identity, attributes);
  }
}
