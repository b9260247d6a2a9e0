package dev.deed.sql.replay;

import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.TableDefinition.ForeignServer;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.RuleText;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.TableDraft;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Subcommands of `ALTER TABLE`, `ALTER VIEW` and `ALTER INDEX` that set properties of the whole
/// relation.
final class TableSettingsReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  TableSettingsReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  void apply(AltersTable alters) {
    var name = state.relation(surrounding.names().relation(alters.table()));
    switch (name == null ? null : state.get(name)) {
      case Table table -> apply(table, alters);
      case View view -> state.put(view.with(storage(view.storage(), alters)));
      case Index index -> state.put(index.with(storage(index.storage(), alters)));
      case Sequence sequence -> persistence(sequence, alters);
      case null, default -> {}
    }
  }

  private void apply(Table table, AltersTable alters) {
    var draft = table.copy();
    var value = alters.value();
    switch (alters.change()) {
      case SET_LOGGED -> persistence(draft, table, Persistence.PERMANENT);
      case SET_UNLOGGED -> persistence(draft, table, Persistence.UNLOGGED);
      case SET_TABLESPACE -> draft.tablespace(unquoted(value));
      case SET_ACCESS_METHOD ->
          draft.accessMethod(value.equals("default") ? null : unquoted(value));
      case SET_OPTIONS, RESET_OPTIONS, CLUSTER_ON, WITHOUT_CLUSTER ->
          draft.storage(storage(table.storage(), alters));
      case REPLICA_IDENTITY -> draft.replicaIdentity(value);
      case ENABLE_ROW_SECURITY -> draft.rowSecurity(true);
      case DISABLE_ROW_SECURITY -> draft.rowSecurity(false);
      case FORCE_ROW_SECURITY -> draft.forcedRowSecurity(true);
      case NO_FORCE_ROW_SECURITY -> draft.forcedRowSecurity(false);
      case OF_TYPE -> draft.ofType(surrounding.names().type(RelationLiteral.parse(value)));
      case NOT_OF -> draft.ofType(null);
      case FOREIGN_OPTIONS -> draft.server(server(table, value));
      case ENABLE_TRIGGER -> triggers(table, value, true);
      case DISABLE_TRIGGER -> triggers(table, value, false);
      case ENABLE_RULE -> rules(table, value, true);
      case DISABLE_RULE -> rules(table, value, false);
      case WITHOUT_OIDS -> {}
    }
    state.put(draft.table());
  }

  private static Storage storage(Storage storage, AltersTable alters) {
    var value = alters.value();
    return switch (alters.change()) {
      case SET_OPTIONS -> with(storage, o -> o.putAll(alters.options()));
      case RESET_OPTIONS -> with(storage, o -> o.keySet().removeAll(alters.options().keySet()));
      case CLUSTER_ON -> clustered(storage, unquoted(value));
      case WITHOUT_CLUSTER -> clustered(storage, null);
      case SET_TABLESPACE ->
          new Storage(
              storage.accessMethod(), unquoted(value), storage.options(), storage.clusteredOn());
      case SET_ACCESS_METHOD ->
          new Storage(
              value.equals("heap") ? null : unquoted(value),
              storage.tablespace(),
              storage.options(),
              storage.clusteredOn());
      case SET_LOGGED,
          SET_UNLOGGED,
          REPLICA_IDENTITY,
          ENABLE_ROW_SECURITY,
          DISABLE_ROW_SECURITY,
          FORCE_ROW_SECURITY,
          NO_FORCE_ROW_SECURITY,
          WITHOUT_OIDS,
          OF_TYPE,
          NOT_OF,
          ENABLE_TRIGGER,
          DISABLE_TRIGGER,
          ENABLE_RULE,
          DISABLE_RULE,
          FOREIGN_OPTIONS ->
          storage;
    };
  }

  private static Storage with(Storage storage, Consumer<SortedMap<String, String>> change) {
    var options = new TreeMap<>(storage.options());
    change.accept(options);
    return new Storage(
        storage.accessMethod(), storage.tablespace(), options, storage.clusteredOn());
  }

  private static Storage clustered(Storage storage, @Nullable String index) {
    return new Storage(storage.accessMethod(), storage.tablespace(), storage.options(), index);
  }

  private void persistence(Sequence sequence, AltersTable alters) {
    switch (alters.change()) {
      case SET_LOGGED -> state.put(sequence.with(Persistence.PERMANENT));
      case SET_UNLOGGED -> state.put(sequence.with(Persistence.UNLOGGED));
      default -> {}
    }
  }

  /// Nothing changes for a partitioned table, which has no rows of its own.
  private static void persistence(TableDraft draft, Table table, Persistence persistence) {
    if (table.partitionBy() == null) {
      draft.persistence(persistence);
    }
  }

  private static ForeignServer server(Table table, String changes) {
    var server = table.server() == null ? new ForeignServer("", Map.of()) : table.server();
    var options = new TreeMap<>(server.options());
    CanonicalWords.applyForeign(changes, options);
    return new ForeignServer(server.name(), options);
  }

  private static String unquoted(String name) {
    return RelationLiteral.parse(name).name();
  }

  /// `[always | replica] name`, or `all` or `user` for several triggers.
  private void triggers(Table table, String value, boolean enable) {
    var mode = mode(value, enable);
    var name = last(value);
    for (var trigger : state.triggers(table.name())) {
      if (name.equals(trigger.part()) || isEvery(value)) {
        state.put(
            new Trigger(
                trigger.name(),
                trigger.fires(),
                trigger.function(),
                trigger.arguments(),
                mode,
                trigger.inherited(),
                trigger.attributes()));
      }
    }
  }

  private void rules(Table table, String value, boolean enable) {
    var name = last(value);
    for (var rule : state.rules(table.name())) {
      if (name.equals(rule.part())) {
        state.put(
            new Rule(
                rule.name(),
                new RuleText(rule.definition()),
                rule.event(),
                rule.instead(),
                rule.effects(),
                rule.uses(),
                mode(value, enable),
                rule.attributes()));
      }
    }
  }

  private static boolean isEvery(String value) {
    return value.equals("all") || value.equals("user");
  }

  private static Firing mode(String value, boolean enable) {
    if (!enable) {
      return Firing.DISABLED;
    }
    return switch (value.indexOf(' ') < 0 ? "" : value.substring(0, value.indexOf(' '))) {
      case "always" -> Firing.ALWAYS;
      case "replica" -> Firing.REPLICA;
      default -> Firing.ORIGIN;
    };
  }

  private static String last(String value) {
    var words = CanonicalWords.of(value);
    return words.isEmpty() ? "" : words.getLast();
  }
}
