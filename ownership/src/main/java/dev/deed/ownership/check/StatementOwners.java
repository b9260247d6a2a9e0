package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.check.StatementAccess.Verb;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.AttachedEffect.AltersPolicy;
import dev.deed.sql.effect.AttachedEffect.CreatesPolicy;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.CreatesBaseType;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.CreatesRange;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Collects the owners of the objects that one statement reaches, while it is replayed. The owner
/// of an existing object is looked up when the statement reaches it, before it may drop or rename
/// the object; the owner of a new object is looked up at the end of the statement.
final class StatementOwners {

  private final Catalog catalog;
  private final OwnerRules rules;
  private final IntFunction<Optional<ServiceName>> authors;
  private final Map<ObjectName, Owned> owners = new HashMap<>();
  private final Map<ObjectName, Verb> verbs = new HashMap<>();
  private final Set<ObjectName> shared = new HashSet<>();
  private final Set<ObjectName> ifExists = new HashSet<>();
  private final Set<ObjectName> rowLocked = new HashSet<>();
  private final List<Renaming> renamings = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<CallsRoutine> unknownProcedures = new ArrayList<>();
  private final List<OverloadCheck.Overload> overloads = new ArrayList<>();
  private final List<CaptureCheck.Capture> captures = new ArrayList<>();

  /// A table that the statement renames or moves.
  private record Renaming(ObjectName after, Span span) {}

  /// @param authors finds the service whose migration has the statement of that number
  StatementOwners(Catalog catalog, OwnerRules rules, IntFunction<Optional<ServiceName>> authors) {
    this.catalog = catalog;
    this.rules = rules;
    this.authors = authors;
  }

  void add(ReachedEffect reached) {
    for (var object : reached.objects()) {
      if (isKnown(object)) {
        owners.put(object, owned(object));
      }
    }
    effects.add(reached.effect());
    if (reached.subject() != null) {
      note(reached.effect(), reached.subject());
      overloads.addAll(OverloadCheck.of(reached.effect(), reached.subject(), catalog, rules));
      CaptureCheck.of(reached.effect(), reached.subject(), catalog, rules).ifPresent(captures::add);
    }
    if (reached.effect() instanceof CallsRoutine call
        && call.kind() == ObjectKind.PROCEDURE
        && catalog.called(call.routine()).isEmpty()) {
      unknownProcedures.add(call);
    }
  }

  private Owned owned(ObjectName object) {
    var owner = rules.of(object);
    var relation = catalog.relationNamed(owner.object().name());
    return new Owned(
        owner,
        isKnown(object),
        relation.map(catalog::identity).orElse(-1),
        relation.flatMap(r -> authors.apply(catalog.creation(r))).orElse(null));
  }

  private boolean isKnown(ObjectName object) {
    var isRelation = object.kind().isPartOfRelation() || object.kind().isRelation();
    return isRelation
        ? catalog.relationNamed(object.name()).isPresent()
        : catalog.find(object).isPresent();
  }

  private void note(Effect effect, ObjectName subject) {
    if (isSharedCreation(effect)) {
      shared.add(subject);
    } else if (isCreation(effect)) {
      verbs.put(subject, Verb.CREATES);
    }
    switch (effect) {
      case Drops e -> {
        if (e.ifExists()) {
          ifExists.add(subject);
        }
        if (!subject.kind().isPartOfRelation()) {
          verbs.put(subject, Verb.DROPS);
        }
      }
      case TruncatesTable _ -> verbs.put(subject, Verb.EMPTIES);
      case LocksTable e when e.lock().compareTo(LockMode.SHARE) >= 0 ->
          verbs.put(subject, Verb.LOCKS);
      case ReadsRows e when e.lock() == LockMode.ROW_SHARE -> {
        verbs.put(subject, Verb.LOCKS_ROWS);
        if (!e.only()) {
          lockRowsOfChildren(subject);
        }
      }
      case Renames e when subject.kind().isRelation() ->
          rename(subject, subject.name().renamed(e.newName()), e.span());
      case Renames e when subject.kind() == ObjectKind.SCHEMA ->
          renameAll(subject.name().name(), e.newName(), e.span());
      case MovesToSchema e when subject.kind().isRelation() ->
          rename(subject, subject.name().in(e.newSchema()), e.span());
      default -> {}
    }
  }

  private void lockRowsOfChildren(ObjectName parent) {
    for (var child : catalog.children(parent.name())) {
      if (rowLocked.add(child.name())) {
        lockRowsOfChildren(child.name());
      }
    }
  }

  static boolean isCreation(Effect effect) {
    return switch (effect) {
      case CreatesTable _,
          CreatesView _,
          CreatesSequence _,
          CreatesRoutine _,
          CreatesEnum _,
          CreatesComposite _,
          CreatesRange _,
          CreatesBaseType _,
          CreatesDomain _,
          Creates _,
          CreatesExtension _ ->
          true;
      case CreatesIndex e -> e.name() != null;
      case Publishes e -> e.change() == Publishing.CREATE;
      default -> false;
    };
  }

  /// `IF NOT EXISTS` and the like: several services may create the object.
  private static boolean isSharedCreation(Effect effect) {
    return switch (effect) {
      case CreatesExtension e -> e.ifNotExists();
      case Creates e -> e.ifNotExists() && e.object().kind() == ObjectKind.SCHEMA;
      default -> false;
    };
  }

  /// A rename may bring a table under another claim.
  private void rename(ObjectName before, QualifiedName after, Span span) {
    if (isTable(before)
        && rules.of(before) instanceof ObjectOwner.ByClaim(_, var table, _)
        && table.equals(before.name())) {
      renamings.add(new Renaming(before.named(after), span));
    }
  }

  private void renameAll(String schema, String newName, Span span) {
    for (var table : catalog.relationsIn(schema)) {
      rename(table, table.name().in(newName), span);
    }
  }

  /// PostgreSQL keeps a definition that depends on what it reads: the owner of a table cannot drop
  /// or retype a column that a view or a policy uses.
  static boolean keepsWhatItReads(Effect effect) {
    return switch (effect) {
      case CreatesView e -> !e.temporary();
      case CreatesPolicy _, AltersPolicy _, CreatesRule _ -> true;
      case CreatesRoutine e -> e.body().atomic();
      default -> false;
    };
  }

  private static ObjectAccess kept(ObjectAccess touch) {
    return touch.access() == Access.READS && !touch.implied() && touch.object().kind().isRelation()
        ? new ObjectAccess(touch.object(), Access.REFERENCES, touch.lock(), false, touch.span())
        : touch;
  }

  static boolean isTable(ObjectName object) {
    return object.kind() == ObjectKind.TABLE || object.kind() == ObjectKind.FOREIGN_TABLE;
  }

  /// The statement has been replayed.
  ///
  /// @param text of the statement, empty if no grant limits which columns may be read
  OwnedStatement end(
      ResolvedStatement resolved, TouchesDirective directive, Optional<String> text) {
    var gathered = new Gathered(resolved);
    var keeps = effects.stream().anyMatch(StatementOwners::keepsWhatItReads);
    resolved.touches().forEach(t -> gathered.add(gathered.here(keeps ? kept(t) : t)));
    resolved.uses().forEach(u -> gathered.add(gathered.here(u)));
    for (var touch : directive.touches()) {
      gathered.add(touch.named(catalog.object(touch.object())));
    }
    effects.forEach(gathered::addPublished);
    for (var renaming : renamings) {
      var touch = ObjectAccess.of(renaming.after(), Access.DEFINES, null, renaming.span());
      gathered.add(StatementAccess.of(owned(renaming.after()), touch, Verb.CREATES, true));
    }
    gathered.letRowsFollow();
    var accesses = List.copyOf(gathered.accesses.values());
    var columns =
        text.map(t -> new UsedColumns(catalog, effects, t).of(resolved, accesses)).orElse(Map.of());
    return new OwnedStatement(
        resolved, effects, accesses, directive, columns, unknownProcedures, overloads, captures);
  }

  /// One access for each object with an owner.
  private final class Gathered {

    private final ResolvedStatement resolved;
    private final Span whole;
    private final Map<ObjectName, StatementAccess> accesses = new LinkedHashMap<>();
    private final Set<ObjectName> throughViews = new HashSet<>();
    private final Set<ObjectName> ownWork = new HashSet<>();

    Gathered(ResolvedStatement resolved) {
      this.resolved = resolved;
      this.whole = resolved.statement().span();
      for (var written : resolved.writtenThroughViews()) {
        throughViews.add(key(owner(written).owner().object()));
      }
      var service = authors.apply(catalog.statementNumber());
      resolved
          .writers()
          .forEach((written, by) -> {
            if (service.isPresent() && by.stream().map(authors::apply).anyMatch(service::equals)) {
              ownWork.add(key(owner(written).owner().object()));
            }
          });
    }

    private Owned owner(ObjectName object) {
      return owners.computeIfAbsent(object, StatementOwners.this::owned);
    }

    void add(ObjectAccess touch) {
      var object = touch.object();
      if (shared.contains(object)) {
        return;
      }
      var owned = owner(object);
      if (ifExists.contains(object) && isNowhere(owned)) {
        return;
      }
      var verb = isOf(owned.owner(), object) ? verbs.getOrDefault(object, Verb.USES) : Verb.USES;
      if (isLockedThroughView(owned, touch)) {
        var asked = new ObjectAccess(object, Access.WRITES, touch.lock(), false, touch.span());
        add(StatementAccess.of(owned, asked, Verb.LOCKS_ROWS, resolved.fresh().contains(object)));
        return;
      }
      if (verb == Verb.USES && isRowLocked(touch)) {
        add(StatementAccess.ofPartition(owned, touch));
        return;
      }
      add(StatementAccess.of(owned, touch, verb, resolved.fresh().contains(object)));
    }

    private boolean isRowLocked(ObjectAccess touch) {
      return touch.implied()
          && touch.access() == Access.READS
          && touch.lock() == LockMode.ROW_SHARE
          && !has(WritesRows.class)
          && rowLocked.contains(touch.object());
    }

    /// `FOR UPDATE` of a view locks the rows of its tables.
    private boolean isLockedThroughView(Owned owned, ObjectAccess touch) {
      return touch.implied()
          && touch.access() == Access.READS
          && touch.lock() == LockMode.ROW_SHARE
          && !has(WritesRows.class)
          && throughViews.contains(key(owned.owner().object()));
    }

    void add(StatementAccess access) {
      accesses.merge(key(access.owner().object()), access, StatementAccess::and);
    }

    /// A called function's body is elsewhere: its objects count at the place of the call.
    ObjectAccess here(ObjectAccess touch) {
      var span = touch.span();
      return span.start() >= whole.start() && span.end() <= whole.end()
          ? touch
          : new ObjectAccess(touch.object(), touch.access(), touch.lock(), touch.implied(), whole);
    }

    /// A publication of a schema publishes all tables in it.
    void addPublished(Effect effect) {
      if (effect instanceof Publishes publishes) {
        for (var schema : publishes.published().schemas()) {
          var name = ObjectName.of(ObjectKind.SCHEMA, schema);
          add(ObjectAccess.of(name, Access.DEFINES, null, publishes.span()));
        }
      }
    }

    /// A trigger or foreign key of a table's owner may write to other tables of that owner: a
    /// service that may write to the first table needs no grant for those. The same holds for a
    /// view of the tables' owner. But what the service has written itself is not a way to others'
    /// tables: its own views, triggers, rules, defaults and constraints, and the functions that its
    /// statement calls, whichever service has created them.
    void letRowsFollow() {
      if (!has(WritesRows.class) || has(TruncatesTable.class)) {
        return;
      }
      var asked = new HashSet<Optional<ServiceName>>();
      accesses.values().stream().filter(a -> !a.implied()).forEach(a -> asked.add(a.service()));
      accesses.values().removeIf(a -> follows(a) && !isOwnWork(a) && asked.contains(a.service()));
      accesses.values().stream().filter(this::isThroughView).forEach(a -> asked.add(a.service()));
      accesses
          .values()
          .removeIf(
              a -> follows(a) && !isThroughView(a) && !isOwnWork(a) && asked.contains(a.service()));
      accesses.replaceAll(
          (_, a) -> follows(a) && !isThroughView(a) && !isOwnWork(a) ? a.with(Verb.FOLLOWS) : a);
    }

    private boolean isOwnWork(StatementAccess access) {
      return ownWork.contains(key(access.owner().object()));
    }

    private boolean isThroughView(StatementAccess access) {
      return throughViews.contains(key(access.owner().object()));
    }
  }

  private boolean has(Class<? extends Effect> kind) {
    for (var effect : effects) {
      if (kind.isInstance(effect)) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(StatementAccess access) {
    return access.implied() && access.access() == Access.WRITES && access.service().isPresent();
  }

  /// True for `DROP ... IF EXISTS` before a `CREATE`, if the object is not a table and was never
  /// created.
  private static boolean isNowhere(Owned owned) {
    return switch (owned.owner()) {
      case ObjectOwner.Unknown _ -> true;
      case ObjectOwner.ByClaim(var object, _, Owner.Unowned _) -> !isTable(object);
      default -> false;
    };
  }

  /// Creating or dropping an index only changes its table.
  private static boolean isOf(ObjectOwner owner, ObjectName object) {
    return !object.kind().isPartOfRelation() && key(owner.object()).equals(key(object));
  }

  /// A relation and its parts have one key, whatever kind the text gives the relation.
  private static ObjectName key(ObjectName object) {
    var isRelation = object.kind().isRelation() || object.kind().isPartOfRelation();
    return isRelation ? ObjectName.of(ObjectKind.RELATION, object.name()) : object;
  }
}
