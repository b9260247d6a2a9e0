package dev.deed.engine.lint;

import dev.deed.engine.lint.EffectIndex.Placed;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Catalog;
import dev.deed.sql.schema.Resolved;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a rule sees: a script as far as it was read, and the schema at that moment.
final class Scene {

  private static final String OUT_OF_BLOCK =
      "make it a statement of its own, outside the DO block; deed then tells the SQL to write instead";

  private final Script script;
  private final Linting linting;
  private final Catalog catalog;
  private final UnknownTables unknownTables;
  private final Transactions transactions;
  private final Set<Class<?>> kinds;

  /// Numbers of the statements whose tables nobody waits for yet.
  private final IntPredicate isOfChange;

  /// What a down undoes, null in an up.
  private final @Nullable Linted up;

  private final List<Resolved> read = new ArrayList<>();
  private final Map<Integer, List<Resolved>> byTransaction = new HashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<RuleName> reported = new HashSet<>();
  private final HeldLocks held = new HeldLocks();
  private final Map<Integer, Together> together = new HashMap<>();
  private @Nullable EffectIndex effects;
  private @Nullable EffectIndex undone;
  private @Nullable Statement statement;
  private @Nullable Rule rule;
  private boolean isInBlock;

  Scene(
      Script script,
      boolean alone,
      Linting linting,
      Catalog catalog,
      UnknownTables unknownTables,
      IntPredicate isOfChange,
      @Nullable Linted up) {
    this.script = script;
    this.linting = linting;
    this.catalog = catalog;
    this.unknownTables = unknownTables;
    this.transactions = Transactions.of(script, alone);
    this.kinds = kinds(script);
    this.isOfChange = isOfChange;
    this.up = up;
  }

  private static Set<Class<?>> kinds(Script script) {
    var kinds = new HashSet<Class<?>>();
    for (var statement : script.statements()) {
      for (var effect : statement.effects()) {
        kinds.add(effect.getClass());
      }
    }
    return kinds;
  }

  // For the linter

  Scene at(Rule newRule, @Nullable Statement newStatement) {
    rule = newRule;
    statement = newStatement;
    return this;
  }

  /// The effects that follow are those of a `DO` block, up to `leaveBlock`.
  void enterBlock() {
    isInBlock = true;
  }

  void leaveBlock() {
    isInBlock = false;
  }

  void add(Resolved resolved) {
    var transaction = transactions.of(resolved.statement());
    held.add(transaction, resolved, this);
    read.add(resolved);
    byTransaction.computeIfAbsent(transaction, _ -> new ArrayList<>()).add(resolved);
  }

  List<Remark> remarks() {
    return remarks;
  }

  // The script

  Script script() {
    return script;
  }

  int postgres() {
    return linting.postgres();
  }

  /// Deed runs it, with lock time-outs and retries.
  boolean byEngine() {
    return linting.byEngine();
  }

  /// It is a down.
  boolean isDown() {
    return up != null;
  }

  /// The text as the author wrote it.
  String text(Span span) {
    return script.text().substring(span.start(), span.end());
  }

  /// The statement that is looked at.
  Statement statement() {
    if (statement == null) {
      throw new IllegalStateException("a rule about scripts asked for a statement");
    }
    return statement;
  }

  /// All statements read so far.
  List<Resolved> read() {
    return Collections.unmodifiableList(read);
  }

  /// Those that share the transaction of the statement that is looked at and come before it: their
  /// locks are still held, what they created is not yet visible to others.
  List<Resolved> earlier() {
    var own = transactions.of(statement());
    return Collections.unmodifiableList(byTransaction.getOrDefault(own, List.of()));
  }

  /// Locks on tables that others use, held by those earlier statements.
  HeldLocks.Held held() {
    return held.of(transactions.of(statement()));
  }

  /// The directive of that name for the statement that is looked at, or for the script.
  boolean hasDirective(String name) {
    var index = read.size();
    return script.directives().stream()
        .anyMatch(d -> d.name().equals(name) && d.nextStatement() == index);
  }

  /// Its own `BEGIN` stands before the statement that is looked at.
  boolean isInOwnTransaction() {
    return transactions.isExplicit(statement());
  }

  /// Whether the effect that is looked at stands in a `DO` block: what runs when, only the server
  /// knows.
  boolean isInBlock() {
    return isInBlock;
  }

  /// The rule has found something in this script.
  boolean hasReported() {
    return reported.contains(Optional.ofNullable(rule).orElseThrow().name());
  }

  /// Another rule has.
  boolean hasReported(String name) {
    return reported.contains(new RuleName(name));
  }

  /// Some statement of the script has such an effect: without one, none has to be searched.
  boolean has(Class<? extends Effect> kind) {
    return kinds.contains(kind);
  }

  private EffectIndex effects() {
    if (effects == null) {
      effects = new EffectIndex(script.statements());
    }
    return effects;
  }

  /// What the statements behind the one that is looked at do to such a name.
  Stream<Placed> later(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() > read.size());
  }

  /// What those before it do.
  Stream<Placed> sooner(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() < read.size());
  }

  /// Indexes that statements behind it create, in other transactions.
  Stream<Placed> laterIndexes(String table) {
    return effects().indexesOf(table).stream()
        .filter(placed -> placed.index() > read.size() && !isTogether(placed.statement()));
  }

  /// Constraints that it adds itself, those behind it, and those before it in its transaction.
  Stream<Placed> constraintsAround(String table) {
    return effects().constraintsOf(table).stream()
        .filter(placed -> placed.index() >= read.size() || isTogether(placed.statement()));
  }

  private boolean isTogether(Statement other) {
    return transactions.of(other) == transactions.of(statement());
  }

  /// What its transaction does.
  Together together() {
    return together.computeIfAbsent(
        transactions.of(statement()), own -> new Together(transactions.statements(own)));
  }

  /// What a down undoes: the effects of its own up on such a name; in an up, none.
  List<Placed> undone(String name) {
    if (undone == null) {
      var statements = up == null ? List.<Resolved>of() : up.resolved();
      undone = new EffectIndex(statements.stream().map(Resolved::statement).toList());
    }
    return undone.named(name);
  }

  /// What a down undoes: the effects of its own up, as written; in an up, none.
  List<Effect> undone() {
    return up == null
        ? List.of()
        : up.resolved().stream().flatMap(r -> r.statement().effects().stream()).toList();
  }

  /// The script began a transaction and did not end it.
  boolean leavesTransactionOpen() {
    return transactions.isLeftOpen();
  }

  // The schema

  /// As the effects before the one that is looked at left it.
  Catalog catalog() {
    return catalog;
  }

  /// What is known of relations that it does not have.
  UnknownTables unknownTables() {
    return unknownTables;
  }

  /// What a relation's name as written means here.
  QualifiedName relation(QualifiedName written) {
    return catalog.relation(written);
  }

  /// Created by this script (or by the change it is part of): nobody waits for it yet, and it holds
  /// few rows.
  ///
  /// @param written the relation's name as written
  boolean isNew(QualifiedName written) {
    return isNewRelation(catalog.relation(written));
  }

  /// @param name the relation's resolved name
  boolean isNewRelation(QualifiedName name) {
    var relation = catalog.relationNamed(name);
    return relation.isPresent() && isNew(relation.get());
  }

  /// @param object resolved; for a part of a relation, whether the part itself is new
  boolean isNew(ObjectName object) {
    var created = catalog.creation(object);
    return created >= 0 && isOfChange.test(created);
  }

  /// Others know it: neither this change created it nor is it a session's own.
  ///
  /// @param written the relation's name as written
  boolean inUse(QualifiedName written) {
    var name = catalog.relation(written);
    var isTemporary =
        "pg_temp".equals(name.schema())
            || catalog
                .table(name)
                .filter(t -> t.persistence() == Persistence.TEMPORARY)
                .isPresent();
    return !isTemporary && !isNewRelation(name);
  }

  /// In use, and not known to be something that keeps no rows of its own: a view, a foreign table.
  ///
  /// @param written the relation's name as written
  boolean hasRows(QualifiedName written) {
    var kind = catalog.relationNamed(catalog.relation(written)).map(ObjectName::kind).orElse(null);
    return kind != ObjectKind.VIEW && kind != ObjectKind.FOREIGN_TABLE && inUse(written);
  }

  /// In a down: its own up created the object, so that taking it away is what it is for, also where
  /// the down of a later migration created it again.
  ///
  /// @param object resolved; a column is one of its own
  boolean undoes(ObjectName object) {
    return up != null
        && (up.statements().has(catalog.creation(object))
            || up.statements().has(catalog.firstCreation(object)));
  }

  /// Others may miss it: neither this change created it nor does a down take back what its own up
  /// created, nor is it a session's own.
  ///
  /// @param object resolved
  boolean isMissed(ObjectName object) {
    return !"pg_temp".equals(object.name().schema()) && !isNew(object) && !undoes(object);
  }

  // Findings

  void report(Span span, String message, String advice, ObjectName... about) {
    report(span, message, advice, List.of(about));
  }

  void report(Span span, String message, String advice, List<ObjectName> about) {
    var broken = Optional.ofNullable(rule).orElseThrow();
    report(linting.of(broken), span, message, advice, about);
  }

  /// @param severity where this case weighs less than the rule's usual one; never more than that
  void report(Severity severity, Span span, String message, String advice, List<ObjectName> about) {
    var broken = Optional.ofNullable(rule).orElseThrow();
    var usual = linting.of(broken);
    var weight = severity.compareTo(usual) < 0 ? usual : severity;
    var finding =
        new Finding(
            broken.name(),
            weight,
            script.file(),
            span,
            message,
            isInBlock ? OUT_OF_BLOCK : advice,
            List.of(),
            broken.hazards());
    remarks.add(new Remark(finding, about));
    reported.add(broken.name());
  }
}
