package dev.deed.drift.close;

import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.SchemaDiff;
import dev.deed.drift.Side;
import dev.deed.drift.WholeSides;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.External;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/// Writes the SQL that runs on one side and makes it equal to another. What a statement leaves is
/// known from the same replay that reads migrations: where it leaves a difference, more statements
/// follow.
public final class Reconciler {

  private static final AcceptedDrift NOTHING = AcceptedDrift.none(new DatabaseName("any"));

  /// How often the rest may be closed.
  private static final int ROUNDS = 5;

  private final WholeSides sides;
  private final boolean allowed;
  private final boolean moving;
  private final AcceptedDrift accepted;
  private final List<Closing> closings = new ArrayList<>();
  private final HashSet<String> seen = new HashSet<>();

  /// The objects that were created as the other side has them.
  private final HashSet<ObjectName> made = new HashSet<>();

  private final LinkedHashSet<ObjectName> notWritten = new LinkedHashSet<>();

  private Reconciler(WholeSides sides, boolean allowed, boolean moving, AcceptedDrift accepted) {
    this.sides = sides;
    this.allowed = allowed;
    this.moving = moving;
    this.accepted = accepted;
  }

  /// Columns stay where they are: a new one comes last.
  ///
  /// @param from is changed
  /// @param to is what it becomes equal to
  /// @param allowed whether what loses rows may run
  public static Reconciliation between(Side from, Side to, boolean allowed) {
    return between(from, to, allowed, NOTHING);
  }

  /// @param accepted what may stay different
  public static Reconciliation between(
      Side from, Side to, boolean allowed, AcceptedDrift accepted) {
    return reconciled(from, to, allowed, false, accepted);
  }

  /// Also moves columns to their places, which rewrites their tables.
  public static Reconciliation withOrder(Side from, Side to, boolean allowed) {
    return withOrder(from, to, allowed, NOTHING);
  }

  /// @param accepted what may stay different
  public static Reconciliation withOrder(
      Side from, Side to, boolean allowed, AcceptedDrift accepted) {
    return reconciled(from, to, allowed, true, accepted);
  }

  private static Reconciliation reconciled(
      Side from, Side to, boolean allowed, boolean moving, AcceptedDrift accepted) {
    var reconciler = new Reconciler(WholeSides.read(from, to), allowed, moving, accepted);
    return reconciler.reconciled(from.name(), to.name());
  }

  private Reconciliation reconciled(String from, String to) {
    take(new RenameSql(sides).closings());
    var left = accepted.without(sides.all());
    // Of what neither side creates, a replay does not know what it was before.
    left = rest(left);
    if (moving && !left.isEmpty() && take(new Plan(sides, made, true).closings(left))) {
      left = rest(others());
    }
    var remaining = new LinkedHashSet<>(notWritten);
    left.stream().map(Difference::object).forEach(remaining::add);
    return new Reconciliation(from, to, closings, List.copyOf(remaining), allowed, false);
  }

  private List<Difference> rest(List<Difference> differences) {
    var left = differences;
    for (var round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      if (!take(new Plan(sides, made, false).closings(left))) {
        break;
      }
      left = others();
    }
    return left;
  }

  private List<Difference> others() {
    return accepted.without(sides.all()).stream()
        .filter(d -> !isExternal(d) && !Fates.isMade(d, made, sides.postgres()))
        .toList();
  }

  private static boolean isExternal(Difference difference) {
    return switch (difference) {
      case Difference.Added added -> added.added() instanceof External;
      case Difference.Missing missing -> missing.missing() instanceof External;
      case Difference.Changed changed -> changed.to() instanceof External;
      case Difference.Renamed _ -> false;
    };
  }

  /// A statement that this program itself cannot read is not written: its objects remain.
  ///
  /// @return false if there is nothing new among them
  private boolean take(List<Closing> more) {
    if (more.stream().allMatch(closing -> seen.contains(closing.sql()))) {
      return false;
    }
    var sql = new StringBuilder();
    for (var closing : more) {
      if (!WholeSides.isReadable(closing.sql())) {
        notWritten.addAll(closing.closes());
        seen.add(closing.sql());
      } else if (accepted.isNone()) {
        closings.add(closing);
        seen.add(closing.sql());
        sql.append(closing.sql()).append(";\n");
      } else if (!isAccepted(closing)) {
        closings.add(closing);
        seen.add(closing.sql());
      }
    }
    sides.run(sql.toString());
    return true;
  }

  /// Runs the statement. True if all that it changes may stay different.
  private boolean isAccepted(Closing closing) {
    var before = new HashMap<ObjectName, SchemaObject>();
    for (var name : closing.closes()) {
      sides.before().find(name).ifPresent(object -> before.put(name, object));
    }
    sides.run(closing.sql() + ";\n");
    var changes = new ArrayList<Boolean>();
    for (var name : closing.closes()) {
      var old = before.get(name);
      var now = sides.before().find(name).orElse(null);
      if (old == null || now == null) {
        return false;
      }
      for (var change : SchemaDiff.facetChanges(old, now)) {
        changes.add(
            accepted.covers(new Difference.Changed(old, now, List.of(change)), change.facet()));
      }
    }
    return !changes.isEmpty() && changes.stream().allMatch(Boolean::booleanValue);
  }
}
