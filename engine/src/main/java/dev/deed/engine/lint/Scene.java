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

/// What a rule sees: a script up to the current statement, and the schema at that moment.
///
/// The current effect and statement are those that the linter has just called the rule for.
final class Scene {

  private static final String OUT_OF_BLOCK =
      "make it a statement of its own, outside the DO block; deed then shows the SQL to write instead";

  private final Script script;
  private final Linting linting;
  private final Catalog catalog;
  private final UnknownTables unknownTables;
  private final Transactions transactions;
  private final Set<Class<?>> kinds;

  /// True for statement numbers that belong to this script or change: tables that these statements
  /// created have no other users yet.
  private final IntPredicate isOfChange;

  /// The up that this script undoes; null if the script is not a down.
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

  /// Marks the effects that follow, until `leaveBlock`, as those of a `DO` block.
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

  /// Whether deed runs the script, with lock timeouts and retries.
  boolean byEngine() {
    return linting.byEngine();
  }

  /// Whether the script is a down.
  boolean isDown() {
    return up != null;
  }

  /// The text as the author wrote it.
  String text(Span span) {
    return script.text().substring(span.start(), span.end());
  }

  /// The current statement.
  Statement statement() {
    if (statement == null) {
      throw new IllegalStateException("a rule about scripts asked for a statement");
    }
    return statement;
  }

  /// All statements that were read before the current one.
  List<Resolved> read() {
    return Collections.unmodifiableList(read);
  }

  /// The statements before the current one in the same transaction: their locks are still held, and
  /// other sessions do not see yet what they created.
  List<Resolved> earlier() {
    var own = transactions.of(statement());
    return Collections.unmodifiableList(byTransaction.getOrDefault(own, List.of()));
  }

  /// The locks on tables in use that the transaction holds from its earlier statements.
  HeldLocks.Held held() {
    return held.of(transactions.of(statement()));
  }

  /// Whether the current statement, or the script, has a directive of that name.
  boolean hasDirective(String name) {
    var index = read.size();
    return script.directives().stream()
        .anyMatch(d -> d.name().equals(name) && d.nextStatement() == index);
  }

  /// Whether the current statement is in a transaction that the script itself began.
  boolean isInOwnTransaction() {
    return transactions.isExplicit(statement());
  }

  /// Whether the current effect is in a `DO` block: only the server knows whether and how often it
  /// runs.
  boolean isInBlock() {
    return isInBlock;
  }

  /// Whether the current rule has already reported something in this script.
  boolean hasReported() {
    return reported.contains(Optional.ofNullable(rule).orElseThrow().name());
  }

  /// Whether the named rule has already reported something in this script.
  boolean hasReported(String name) {
    return reported.contains(new RuleName(name));
  }

  /// Whether any statement of the script has such an effect; if not, a rule can stop early.
  boolean has(Class<? extends Effect> kind) {
    return kinds.contains(kind);
  }

  private EffectIndex effects() {
    if (effects == null) {
      effects = new EffectIndex(script.statements());
    }
    return effects;
  }

  /// What the statements after the current one do to objects of that name.
  Stream<Placed> later(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() > read.size());
  }

  /// What the statements before the current one do to objects of that name.
  Stream<Placed> sooner(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() < read.size());
  }

  /// Indexes that statements after the current one create, in other transactions.
  Stream<Placed> laterIndexes(String table) {
    return effects().indexesOf(table).stream()
        .filter(placed -> placed.index() > read.size() && !isTogether(placed.statement()));
  }

  /// Constraints that the current statement adds, those that later statements add, and those of
  /// earlier ones in its transaction.
  Stream<Placed> constraintsAround(String table) {
    return effects().constraintsOf(table).stream()
        .filter(placed -> placed.index() >= read.size() || isTogether(placed.statement()));
  }

  private boolean isTogether(Statement other) {
    return transactions.of(other) == transactions.of(statement());
  }

  /// What the transaction of the current statement does.
  Together together() {
    return together.computeIfAbsent(
        transactions.of(statement()), own -> new Together(transactions.statements(own)));
  }

  /// In a down, the effects of its own up on objects of that name; in an up, none.
  List<Placed> undone(String name) {
    if (undone == null) {
      var statements = up == null ? List.<Resolved>of() : up.resolved();
      undone = new EffectIndex(statements.stream().map(Resolved::statement).toList());
    }
    return undone.named(name);
  }

  /// In a down, the effects of its own up, as written; in an up, none.
  List<Effect> undone() {
    return up == null
        ? List.of()
        : up.resolved().stream().flatMap(r -> r.statement().effects().stream()).toList();
  }

  /// Whether the script began a transaction and did not end it.
  boolean leavesTransactionOpen() {
    return transactions.isLeftOpen();
  }

  // The schema

  /// The schema as the effects before the current one left it.
  Catalog catalog() {
    return catalog;
  }

  /// What is known of tables that the schema does not have.
  UnknownTables unknownTables() {
    return unknownTables;
  }

  /// The resolved name of a relation whose name is given as written.
  QualifiedName relation(QualifiedName written) {
    return catalog.relation(written);
  }

  /// Whether this script, or the change that it is part of, created the relation: it has no other
  /// users yet, and few rows.
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

  /// @param object the resolved object; for a part of a relation, the answer is about the part
  boolean isNew(ObjectName object) {
    var created = catalog.creation(object);
    return created >= 0 && isOfChange.test(created);
  }

  /// Whether other sessions may use the relation: this change did not create it, and it is not
  /// temporary.
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

  /// Whether the relation is in use and may have rows of its own; a view and a foreign table have
  /// none.
  ///
  /// @param written the relation's name as written
  boolean hasRows(QualifiedName written) {
    var kind = catalog.relationNamed(catalog.relation(written)).map(ObjectName::kind).orElse(null);
    return kind != ObjectKind.VIEW && kind != ObjectKind.FOREIGN_TABLE && inUse(written);
  }

  /// In a down, whether its own up created the object, so that dropping it is the purpose of the
  /// down; also if the down of a later migration created it again.
  ///
  /// @param object the resolved object; a column is an object of its own
  boolean undoes(ObjectName object) {
    return up != null
        && (up.statements().has(catalog.creation(object))
            || up.statements().has(catalog.firstCreation(object)));
  }

  /// Whether other code may still need the object: this change did not create it, it is not
  /// temporary, and this is not the down of the up that created it.
  ///
  /// @param object the resolved object
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

  /// @param severity a severity lower than the rule's own, for a case that matters less; a higher
  ///   one has no effect
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
