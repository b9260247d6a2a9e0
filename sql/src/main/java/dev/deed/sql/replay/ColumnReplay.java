package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.SequenceOptions;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.ColumnDraft;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart.Generated;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SequenceSettings;
import dev.deed.sql.schema.StorageDefaults;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Replays column definitions and `ALTER COLUMN`.
final class ColumnReplay {

  /// The type of columns whose type only the server knows: those of a query.
  static final TypeName UNKNOWN = TypeName.of("unknown");

  private static final Map<String, String> SERIAL =
      Map.of("serial", "integer", "bigserial", "bigint", "smallserial", "smallint");

  private final ReplaySession surrounding;
  private final SequenceReplay sequences;
  private final SchemaState state;

  ColumnReplay(ReplaySession surrounding, SequenceReplay sequences) {
    this.surrounding = surrounding;
    this.sequences = sequences;
    this.state = surrounding.state;
  }

  /// Adds a column to a table that is already in the state.
  void add(Table table, Column column) {
    var name = SchemaState.columnName(table.qualifiedName(), column.name());
    var written = column.type() == null ? UNKNOWN : surrounding.names().type(column.type());
    var serial = written.name().schema() == null ? SERIAL.get(written.name().name()) : null;
    var type = serial == null ? written : TypeName.of(serial);
    var draft = ColumnDraft.of(name, type);
    define(draft, column, type);
    draft.notNull(column.notNull() || serial != null || column.identity() != null);
    append(table, draft.column());
    if (serial != null) {
      addSerial(table, column.name(), serial);
    } else {
      addIdentity(table, column, type);
    }
  }

  /// Adds the sequence of an identity column.
  void addIdentity(Table table, Column column, TypeName type) {
    if (column.identity() != null) {
      addIdentity(table, column.name(), column.identity().sequence().values(), type);
    }
  }

  /// Applies everything in the definition except type and nullability.
  void define(ColumnDraft draft, Column column, TypeName type) {
    var expressions = surrounding.expressions();
    if (column.defaultValue() != null) {
      draft.defaultValue(expressions.resolve(column.defaultValue()));
    }
    if (column.generated() != null) {
      var generated = column.generated();
      draft.generated(
          new Generated(expressions.resolve(generated.expression()), generated.stored()));
    }
    if (column.identity() != null) {
      draft.identity(column.identity().always() ? "always" : "by default");
    }
    if (column.collation() != null) {
      draft.collation(surrounding.names().ownCollation(column.collation()));
    }
    if (column.storage() != null) {
      draft.strategy(StorageDefaults.strategy(type, column.storage()));
    }
    if (column.compression() != null) {
      draft.compression(orNull(column.compression(), "default"));
    }
    draft.foreignOptions(o -> o.putAll(column.options()));
  }

  void addField(Table table, Attribute field) {
    var name = SchemaState.columnName(table.qualifiedName(), field.name());
    append(table, ColumnDraft.of(name, field.type()).collation(field.collation()).column());
  }

  void addTyped(Table table, String name, TypeName type) {
    append(
        table, ColumnDraft.of(SchemaState.columnName(table.qualifiedName(), name), type).column());
  }

  void append(Table table, TableColumn column) {
    state.put(column);
    var now = state.table(table.qualifiedName());
    if (now != null && !now.columns().contains(column.part())) {
      state.put(now.copy().columns(c -> c.add(column.part())).table());
    }
  }

  private void addSerial(Table table, String column, String type) {
    var sequence = addSequence(table, column, Map.of("as", type), false);
    var known = state.column(table.qualifiedName(), column);
    if (known != null) {
      state.put(known.copy().defaultValue(nextval(sequence)).column());
    }
  }

  private void addIdentity(Table table, String column, Map<String, String> options, TypeName type) {
    var all = new TreeMap<>(options);
    all.putIfAbsent("as", type.text());
    addSequence(table, column, all, true);
  }

  private QualifiedName addSequence(
      Table table, String column, Map<String, String> options, boolean identity) {
    var written = options.get("sequence name");
    var own = surrounding.generatedNames.sequence(table.qualifiedName(), column);
    var name =
        written == null
            ? table.qualifiedName().renamed(own)
            : surrounding.names().created(RelationLiteral.parse(written));
    var owner = SchemaState.columnName(table.qualifiedName(), column);
    var persistence =
        table.persistence() == Persistence.PERMANENT ? Persistence.PERMANENT : table.persistence();
    sequences.add(name, options, new SequenceReplay.Role(persistence, owner, identity));
    giveToOwnerOf(table, name);
    return name;
  }

  /// The sequence belongs to the owner of the table, also if another role adds the column.
  private void giveToOwnerOf(Table table, QualifiedName name) {
    var sequence = state.sequence(name);
    var owner = table.attributes().owner();
    if (sequence != null && owner != null) {
      state.put(sequence.with(sequence.attributes().withOwner(owner)));
    }
  }

  /// `nextval('public.t_id_seq'::regclass)`
  private static ExpressionText nextval(QualifiedName sequence) {
    var literal = new Constant(ConstantKind.STRING, sequence.quoted());
    var argument = new Expression.Argument(null, new Cast(literal, TypeName.of("regclass")), false);
    var call = new Call(QualifiedName.of("nextval"), List.of(argument), false, "");
    return ObjectSpeller.text(call);
  }

  /// Applies every other `ALTER COLUMN` to one table.
  void alter(Table table, AltersColumn alters) {
    var column = column(table, alters.column());
    if (column == null) {
      return;
    }
    var draft = column.copy();
    var value = alters.value();
    switch (alters.change()) {
      case SET_STATISTICS -> draft.statistics(orNull(orNull(value, "-1"), "default"));
      case SET_STORAGE -> draft.strategy(StorageDefaults.strategy(column.type(), value));
      case SET_COMPRESSION -> draft.compression(orNull(value, "default"));
      case SET_OPTIONS -> draft.options(o -> o.putAll(alters.options()));
      case RESET_OPTIONS -> draft.options(o -> o.keySet().removeAll(alters.options().keySet()));
      case FOREIGN_OPTIONS -> draft.foreignOptions(o -> CanonicalWords.applyForeign(value, o));
      case ADD_IDENTITY -> {
        draft.identity(value.contains("generated always") ? "always" : "by default").notNull(true);
        // Partitions share their parent's sequence.
        if (table.partition() == null || !surrounding.sharesIdentity()) {
          addIdentity(table, column.part(), SequenceSettings.options(value), column.type());
        }
      }
      case SET_IDENTITY -> setIdentity(draft, column, value);
      case DROP_IDENTITY -> {
        draft.identity(null);
        state.sequencesOf(column.name()).stream()
            .filter(Sequence::identity)
            .forEach(s -> state.remove(s.name()));
      }
      case SET_EXPRESSION -> setExpression(draft, column, value);
      case DROP_EXPRESSION -> draft.generated(null);
    }
    state.put(draft.column());
  }

  private void setIdentity(ColumnDraft draft, TableColumn column, String value) {
    if (value.contains("generated always")) {
      draft.identity("always");
    } else if (value.contains("generated by default")) {
      draft.identity("by default");
    }
    var options = SequenceSettings.options(value);
    for (var sequence : state.sequencesOf(column.name())) {
      if (sequence.identity()) {
        sequences.change(sequence, new SequenceOptions(options, null, null));
      }
    }
  }

  /// The type of an identity column's sequence follows the column's type.
  void retypeIdentity(Table table, String column, TypeName type) {
    for (var sequence : state.sequencesOf(SchemaState.columnName(table.qualifiedName(), column))) {
      if (sequence.identity()) {
        sequences.change(sequence, new SequenceOptions(Map.of("as", type.text()), null, null));
      }
    }
  }

  /// Identity is not inherited, except by partitions from PostgreSQL 17 on.
  boolean isOfOneTable(ColumnChange change, Table table) {
    return switch (change) {
      case ADD_IDENTITY, SET_IDENTITY, DROP_IDENTITY ->
          table.partitionBy() == null || !surrounding.sharesIdentity();
      case SET_STATISTICS,
          SET_STORAGE,
          SET_COMPRESSION,
          SET_OPTIONS,
          RESET_OPTIONS,
          SET_EXPRESSION,
          DROP_EXPRESSION,
          FOREIGN_OPTIONS ->
          false;
    };
  }

  private static void setExpression(ColumnDraft draft, TableColumn column, String value) {
    var stored = column.generated() == null || column.generated().stored();
    draft.generated(new Generated(ObjectSpeller.unread(value), stored));
  }

  /// Attribute numbers (`ALTER COLUMN 1` of an index) do not name a table's column.
  private @Nullable TableColumn column(Table table, String name) {
    return state.column(table.qualifiedName(), name);
  }

  /// A column cannot change its type to serial; its collation becomes the new type's own.
  /// PostgreSQL gives the column the storage of its new type, and the usual compression.
  ColumnDraft retyped(ColumnDraft draft, TypeName type, @Nullable QualifiedName collation) {
    return draft
        .type(type)
        .collation(surrounding.names().ownCollation(collation))
        .strategy(null)
        .compression(null);
  }

  private static @Nullable String orNull(@Nullable String value, String standard) {
    return value == null || value.toLowerCase(Locale.ROOT).equals(standard) ? null : value;
  }
}
