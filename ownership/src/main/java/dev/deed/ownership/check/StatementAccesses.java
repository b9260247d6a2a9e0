package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Collects what one statement touches, grouped by owner: one reach for each object that has a
/// holder.
final class StatementAccesses {

  private final Holders holders;
  private final ResolvedStatement resolved;
  private final Span whole;
  private final List<Effect> changes;
  private final Map<ObjectName, StatementAccess.Verb> verbs = new HashMap<>();
  private final Set<ObjectName> shared = new HashSet<>();
  private final Set<ObjectName> ifExists = new HashSet<>();
  private final Map<ObjectName, StatementAccess> reaches = new LinkedHashMap<>();

  private StatementAccesses(Holders holders, ResolvedStatement resolved) {
    this.holders = holders;
    this.resolved = resolved;
    this.whole = resolved.statement().span();
    this.changes = Changes.of(resolved);
  }

  /// @param declared touches declared by directives of the statement, resolved
  static Collection<StatementAccess> of(
      Holders holders, ResolvedStatement resolved, List<ObjectAccess> declared) {
    var reaches = new StatementAccesses(holders, resolved);
    reaches.changes.forEach(reaches::lookAt);
    for (var touch : resolved.touches()) {
      reaches.add(reaches.here(touch));
    }
    declared.forEach(reaches::add);
    reaches.changes.forEach(reaches::addPublished);
    reaches.changes.forEach(reaches::addRenamed);
    reaches.letRowsFollow();
    return reaches.reaches.values();
  }

  private void lookAt(Effect effect) {
    var created = Changes.created(effect).flatMap(o -> Changes.resolve(o, resolved));
    if (Changes.isShared(effect)) {
      created.ifPresent(shared::add);
    } else {
      created.ifPresent(o -> verbs.put(o, StatementAccess.Verb.CREATES));
    }
    if (effect instanceof Drops drops && drops.ifExists()) {
      Changes.resolve(drops.object(), resolved).ifPresent(ifExists::add);
    }
    switch (effect) {
      case Drops e when !e.object().kind().isPartOfRelation() ->
          put(e.object(), StatementAccess.Verb.DROPS);
      case TruncatesTable e -> put(ObjectName.table(e.relation()), StatementAccess.Verb.EMPTIES);
      case LocksTable e when e.lock().compareTo(LockMode.SHARE) >= 0 ->
          put(ObjectName.table(e.relation()), StatementAccess.Verb.LOCKS);
      default -> {}
    }
  }

  private void put(ObjectName written, StatementAccess.Verb verb) {
    Changes.resolve(written, resolved).ifPresent(o -> verbs.put(o, verb));
  }

  /// A called function's body is elsewhere: its touches count at the place of the call.
  private ObjectAccess here(ObjectAccess touch) {
    var span = touch.span();
    return span.start() >= whole.start() && span.end() <= whole.end()
        ? touch
        : new ObjectAccess(touch.object(), touch.access(), touch.lock(), touch.implied(), whole);
  }

  private void add(ObjectAccess touch) {
    var key = Origins.key(touch.object());
    if (shared.contains(key)) {
      return;
    }
    var holder = holders.of(touch.object());
    if (ifExists.contains(key) && isNowhere(holder)) {
      return;
    }
    var verb =
        isOf(holder, touch)
            ? verbs.getOrDefault(key, StatementAccess.Verb.USES)
            : StatementAccess.Verb.USES;
    var fresh = resolved.fresh().contains(touch.object());
    add(StatementAccess.of(holder, touch, verb, fresh));
  }

  /// True for `DROP ... IF EXISTS` before a `CREATE`, if the object is not a table and was never
  /// created.
  private static boolean isNowhere(Holder holder) {
    return switch (holder) {
      case Holder.Unknown _ -> true;
      case Holder.ByClaim claimed ->
          claimed.owner() instanceof Owner.Unowned && !isTable(claimed.object());
      default -> false;
    };
  }

  private static boolean isTable(ObjectName object) {
    return object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE;
  }

  /// A rename may bring a table under another claim.
  private void addRenamed(Effect effect) {
    switch (effect) {
      case Renames e when e.object().kind().isRelation() ->
          addRenamed(e.object(), e.span(), o -> o.renamed(e.newName()));
      case MovesToSchema e when e.object().kind().isRelation() ->
          addRenamed(e.object(), e.span(), o -> o.in(e.newSchema()));
      default -> {}
    }
  }

  private void addRenamed(ObjectName written, Span span, UnaryOperator<QualifiedName> change) {
    var old = Changes.resolve(written, resolved).flatMap(this::touched);
    if (old.isPresent()
        && holders.of(old.get()) instanceof Holder.ByClaim claimed
        && isTable(claimed.object())
        && claimed.object().name().equals(old.get().name())
        && claimed.table().equals(claimed.object().name())) {
      var name = claimed.object().named(change.apply(claimed.table()));
      var touch = ObjectAccess.of(name, Access.DEFINES, null, span);
      add(StatementAccess.of(holders.of(name), touch, StatementAccess.Verb.CREATES, true));
    }
  }

  /// The object, with its kind according to the state.
  private Optional<ObjectName> touched(ObjectName key) {
    return resolved.touches().stream()
        .map(ObjectAccess::object)
        .filter(o -> Origins.key(o).equals(key))
        .findFirst();
  }

  private void add(StatementAccess reach) {
    reaches.merge(Origins.key(reach.holder().object()), reach, StatementAccess::and);
  }

  /// Creating or dropping an index only changes its table.
  private static boolean isOf(Holder holder, ObjectAccess touch) {
    return Origins.key(holder.object()).equals(Origins.key(touch.object()))
        && !touch.object().kind().isPartOfRelation();
  }

  /// A publication of a schema publishes all tables in it.
  private void addPublished(Effect effect) {
    if (effect instanceof Publishes publishes) {
      for (var schema : publishes.published().schemas()) {
        var name = ObjectName.of(ObjectKind.SCHEMA, schema);
        add(ObjectAccess.of(name, Access.DEFINES, null, publishes.span()));
      }
    }
  }

  /// A trigger or foreign key of a table's owner may write to other tables of that owner: a service
  /// that may write to the first table needs no grant for those.
  private void letRowsFollow() {
    var onlyRows = has(WritesRows.class) && !has(TruncatesTable.class);
    if (!onlyRows) {
      return;
    }
    var asked = new HashSet<Optional<ServiceName>>();
    reaches.values().stream().filter(r -> !r.implied()).forEach(r -> asked.add(r.owner()));
    reaches.values().removeIf(r -> follows(r) && asked.contains(r.owner()));
    reaches.replaceAll((_, r) -> follows(r) ? r.with(StatementAccess.Verb.FOLLOWS) : r);
  }

  private boolean has(Class<? extends Effect> kind) {
    for (var change : changes) {
      if (kind.isInstance(change)) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(StatementAccess reach) {
    return reach.implied() && reach.access() == Access.WRITES && reach.owner().isPresent();
  }
}
