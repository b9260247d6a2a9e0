package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.SequenceOptions;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.SequenceDraft;
import dev.deed.sql.schema.SequenceSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replays sequences, including those of serial and identity columns.
final class SequenceReplay {

  private final ReplaySession surrounding;
  private final PrivilegeReplay privileges;
  private final SchemaState state;

  SequenceReplay(ReplaySession surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.state = surrounding.state;
  }

  void apply(SequenceEffect effect) {
    switch (effect) {
      case CreatesSequence creates -> create(creates);
      case AltersSequence alters -> alter(alters);
    }
  }

  private void create(CreatesSequence creates) {
    var temporary = creates.persistence() == Persistence.TEMPORARY;
    var name = surrounding.created(creates.sequence(), temporary);
    if (creates.ifNotExists() && state.relation(name) != null) {
      return;
    }
    var owner = ownedBy(creates.options());
    add(name, creates.options().values(), new Role(creates.persistence(), owner, false));
  }

  /// @param identity it is the sequence of an identity column
  record Role(Persistence persistence, @Nullable ObjectName ownedBy, boolean identity) {}

  void add(QualifiedName name, Map<String, String> options, Role role) {
    var object = ObjectName.of(ObjectKind.SEQUENCE, name);
    var settings = SequenceSettings.of(options);
    state.put(
        new SequenceDraft(object, settings.type(), settings.range())
            .increment(settings.increment())
            .cache(settings.cache())
            .cycle(settings.cycle())
            .persistence(persistence(role.persistence(), options))
            .ownedBy(role.ownedBy())
            .identity(role.identity())
            .attributes(attributes(object, role))
            .sequence());
  }

  /// A sequence that a column brings belongs to the owner of its table.
  private Attributes attributes(ObjectName sequence, Role role) {
    var attributes = privileges.ofNew(sequence);
    var table = role.ownedBy() == null ? null : state.table(role.ownedBy().name());
    return role.identity() && table != null
        ? attributes.withOwner(table.attributes().owner())
        : attributes;
  }

  private void alter(AltersSequence alters) {
    var name = surrounding.names().relation(alters.sequence());
    var sequence = state.sequence(name);
    if (sequence != null) {
      change(sequence, alters.options());
    }
  }

  void change(Sequence sequence, SequenceOptions options) {
    var settings = SequenceSettings.of(sequence, options.values());
    var owner = options.ownedByColumn() == null ? sequence.ownedBy() : ownedBy(options);
    state.put(
        sequence
            .copy()
            .type(settings.type())
            .range(settings.range())
            .increment(settings.increment())
            .cache(settings.cache())
            .cycle(settings.cycle())
            .persistence(persistence(sequence.persistence(), options.values()))
            .ownedBy(owner)
            .sequence());
  }

  private static Persistence persistence(Persistence before, Map<String, String> options) {
    var logged = options.get("logged");
    if (logged == null) {
      return before;
    }
    return logged.equals("no") ? Persistence.UNLOGGED : Persistence.PERMANENT;
  }

  private @Nullable ObjectName ownedBy(SequenceOptions options) {
    var table = options.ownedBy();
    var column = options.ownedByColumn();
    return table == null || column == null
        ? null
        : SchemaState.columnName(surrounding.names().relation(table), column);
  }
}
