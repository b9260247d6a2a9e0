package dev.deed.sql.replay;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.lex.Canonical;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.External;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a dump changes without creating it. PostgreSQL would refuse a change of what does not exist
/// yet, so the object exists elsewhere (it is built in, or an extension's), or the dump creates it
/// only later and its order is wrong.
final class Externals {

  /// Of the whole server: a dump of one database does not compare them.
  private static final Set<ObjectKind> SHARED =
      EnumSet.of(
          ObjectKind.ROLE,
          ObjectKind.DATABASE,
          ObjectKind.TABLESPACE,
          ObjectKind.PARAMETER,
          ObjectKind.LARGE_OBJECT);

  private final SchemaState state;

  /// The statement that first changed an object that the state does not know, by the object.
  private final Map<ObjectName, Integer> firstChanges = new HashMap<>();

  Externals(SchemaState state) {
    this.state = state;
  }

  /// The object as it is known so far: nothing is said about it.
  @Nullable SchemaObject bare(ObjectName name) {
    if (SHARED.contains(name.kind())) {
      return null;
    }
    firstChanges.putIfAbsent(name, state.statementNumber() - 1);
    return new External(name, List.of(), Attributes.NONE);
  }

  /// Called before the effect changes the state.
  ///
  /// @param reached every object that the effect names, resolved
  /// @param sql the statement
  void observe(
      Effect effect, @Nullable ObjectName subject, List<ObjectName> reached, Supplier<String> sql) {
    if (!needsWhatItNames(effect)) {
      return;
    }
    var created = effect instanceof IndexEffect.CreatesIndex ? subject : null;
    for (var object : reached) {
      if (object.kind().isRelation() && !object.equals(created)) {
        putBare(object);
      }
    }
    if (subject != null && isChange(effect) && isUnknown(subject)) {
      note(subject, canonical(sql.get()));
    }
  }

  private boolean isUnknown(ObjectName name) {
    return !state.has(name) || state.get(name) instanceof External;
  }

  /// `change` as a fact about an object that the dump does not create.
  void note(ObjectName name, String change) {
    putBare(name);
    if (state.get(name) instanceof External external
        && (external.changes().isEmpty() || !external.changes().getLast().equals(change))) {
      var changes = new ArrayList<>(external.changes());
      changes.add(change);
      state.put(new External(name, changes, external.attributes()));
    }
  }

  private void putBare(ObjectName name) {
    var bare = state.has(name) ? null : bare(name);
    if (bare != null) {
      state.put(bare);
    }
  }

  /// The number, from 0, of the first statement that changes an object that a later one creates, -1
  /// for none.
  int firstEarly() {
    return state.createdLate().stream()
        .mapToInt(name -> firstChanges.getOrDefault(name, -1))
        .filter(statement -> statement >= 0)
        .min()
        .orElse(-1);
  }

  private static String canonical(String sql) {
    var tokens = Tokens.of(sql);
    return Canonical.of(tokens, 0, tokens.count() - 1);
  }

  /// True if PostgreSQL refuses the statement where one of the relations in it does not exist.
  private static boolean needsWhatItNames(Effect effect) {
    return isChange(effect)
        || switch (effect) {
          case IndexEffect _, AttachedEffect _ -> true;
          default -> false;
        };
  }

  private static boolean isChange(Effect effect) {
    return switch (effect) {
      case TableEffect.Altering _,
          IndexEffect.AttachesIndex _,
          SequenceEffect.AltersSequence _,
          RoutineEffect.AltersRoutine _,
          AttachedEffect.AltersPolicy _,
          TypeEffect.AddsEnumValue _,
          TypeEffect.RenamesEnumValue _,
          TypeEffect.AltersAttribute _,
          TypeEffect.AltersType _,
          TypeEffect.AltersDomain _,
          ObjectEffect.Alters _,
          ObjectEffect.Renames _,
          ObjectEffect.MovesToSchema _ ->
          true;
      case ObjectEffect.Publishes publishes -> publishes.change() != ObjectEffect.Publishing.CREATE;
      default -> false;
    };
  }
}
