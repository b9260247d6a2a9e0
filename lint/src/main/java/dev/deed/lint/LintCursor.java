package dev.deed.lint;

import dev.deed.lint.rule.EffectIndex;
import dev.deed.lint.rule.EffectIndex.Placed;
import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.lint.rule.Rule;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.TransactionEffects;
import dev.deed.lint.rule.Transactions;
import dev.deed.lint.rule.UnknownTables;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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

/// Moves through one script, statement by statement and rule by rule, and answers what each rule
/// asks there.
final class LintCursor implements RuleView {

  private static final String OUT_OF_BLOCK =
      "make it a statement of its own, outside the DO block; deed then shows the SQL to write instead";

  private final Script script;
  private final boolean alone;
  private final LintSettings linting;
  private final Catalog catalog;
  private final UnknownTables unknownTables;
  private final boolean isWrapped;
  private final Transactions transactions;
  private final Set<Class<?>> kinds;

  /// True for statement numbers that belong to this script or change: tables that these statements
  /// created have no other users yet.
  private final IntPredicate isOfChange;

  /// The up that this script undoes; null if the script is not a down.
  private final @Nullable LintedUp up;

  /// The script's directives without its ignores, of which there may be thousands.
  private final List<Directive> others;

  private final List<Directive> changeovers;
  private final List<ResolvedStatement> read = new ArrayList<>();
  private final Map<Integer, List<ResolvedStatement>> byTransaction = new HashMap<>();
  private final DroppedTables remarks;
  private final Renamings renamings;
  private final Set<RuleName> reported = new HashSet<>();
  private final HeldLocks held = new HeldLocks();
  private final Map<Integer, TransactionEffects> together = new HashMap<>();
  private @Nullable EffectIndex effects;
  private @Nullable EffectIndex undone;
  private @Nullable Statement statement;
  private @Nullable Rule rule;
  private boolean isInBlock;

  LintCursor(
      Script script,
      boolean alone,
      LintSettings linting,
      Catalog catalog,
      UnknownTables unknownTables,
      IntPredicate isOfChange,
      @Nullable LintedUp up) {
    this.script = script;
    this.alone = alone;
    this.linting = linting;
    this.catalog = catalog;
    this.remarks = new DroppedTables(catalog, catalog.statementNumber() + 1);
    this.unknownTables = unknownTables;
    this.isWrapped = linting.inTransaction() && !alone;
    this.transactions =
        isWrapped
            ? Transactions.wrapped(script)
            : Transactions.of(script, alone, linting.byEngine());
    this.kinds = kinds(script);
    this.renamings = new Renamings(catalog, kinds);
    this.isOfChange = isOfChange;
    this.up = up;
    this.others = script.directives().stream().filter(d -> !d.name().equals("ignore")).toList();
    this.changeovers = directives().stream().filter(d -> d.name().equals("changeover")).toList();
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

  RuleView at(Rule newRule, @Nullable Statement newStatement) {
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

  void reached(ReachedEffect reached) {
    renamings.add(reached);
  }

  void add(ResolvedStatement resolved) {
    var transaction = transactions.of(resolved.statement());
    held.add(transaction, resolved, this);
    read.add(resolved);
    byTransaction.computeIfAbsent(transaction, _ -> new ArrayList<>()).add(resolved);
    held.rename(renamings.end(resolved));
    remarks.endStatement();
  }

  List<LintFinding> remarks() {
    return remarks.left();
  }

  @Override
  public Script script() {
    return script;
  }

  @Override
  public int postgres() {
    return linting.postgres();
  }

  @Override
  public boolean isVersionDeclared() {
    return linting.declared();
  }

  @Override
  public boolean byEngine() {
    return linting.byEngine();
  }

  @Override
  public boolean isDown() {
    return up != null;
  }

  @Override
  public Statement statement() {
    if (statement == null) {
      throw new IllegalStateException("a rule about scripts asked for a statement");
    }
    return statement;
  }

  @Override
  public List<ResolvedStatement> read() {
    return Collections.unmodifiableList(read);
  }

  @Override
  public List<ResolvedStatement> earlier() {
    var own = transactions.of(statement());
    return Collections.unmodifiableList(byTransaction.getOrDefault(own, List.of()));
  }

  @Override
  public HeldLocks.Held held() {
    return held.of(transactions.of(statement()));
  }

  @Override
  public boolean hasDirective(String name) {
    var index = read.size();
    // Most files have none, or ignores: this runs for every statement.
    return !others.isEmpty()
        && others.stream().anyMatch(d -> d.name().equals(name) && d.nextStatement() == index);
  }

  @Override
  public boolean isPartOf(String... phases) {
    return changeovers.stream()
        .anyMatch(
            d -> Arrays.stream(phases).anyMatch(p -> d.arguments().contains(" phase=" + p + " ")));
  }

  @Override
  public boolean waitsForGates() {
    return isPartOf("contract", "keep")
        && directives().stream().anyMatch(d -> d.name().equals("contract"));
  }

  /// Those of the up.
  private List<Directive> directives() {
    return up == null ? script.directives() : up.directives();
  }

  @Override
  public boolean runsInBatches() {
    return byEngine() && hasDirective("backfill");
  }

  @Override
  public boolean isInOwnTransaction() {
    return transactions.isExplicit(statement());
  }

  @Override
  public boolean isWrapped() {
    return isWrapped;
  }

  @Override
  public boolean isInTransaction() {
    return isWrapped
        || isInOwnTransaction()
        || (linting.byEngine() && !alone && !transactions.isExplicit());
  }

  @Override
  public boolean isInBlock() {
    return isInBlock;
  }

  @Override
  public boolean hasReported() {
    return reported.contains(Optional.ofNullable(rule).orElseThrow().name());
  }

  @Override
  public boolean hasReported(String name) {
    return reported.contains(new RuleName(name));
  }

  @Override
  public boolean has(Class<? extends Effect> kind) {
    return kinds.contains(kind);
  }

  private EffectIndex effects() {
    if (effects == null) {
      effects = new EffectIndex(script.statements());
    }
    return effects;
  }

  @Override
  public Stream<Placed> later(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() > read.size());
  }

  @Override
  public Stream<Placed> sooner(String name) {
    return effects().named(name).stream().filter(placed -> placed.index() < read.size());
  }

  @Override
  public Stream<Placed> laterIndexes(String table) {
    return effects().indexesOf(table).stream()
        .filter(placed -> placed.index() > read.size() && !isTogether(placed.statement()));
  }

  @Override
  public Stream<Placed> constraintsAround(String table) {
    return effects().constraintsOf(table).stream()
        .filter(placed -> placed.index() >= read.size() || isTogether(placed.statement()));
  }

  private boolean isTogether(Statement other) {
    return transactions.of(other) == transactions.of(statement());
  }

  @Override
  public TransactionEffects together() {
    return together.computeIfAbsent(
        transactions.of(statement()), own -> new TransactionEffects(transactions.statements(own)));
  }

  @Override
  public List<Placed> undone(String name) {
    if (undone == null) {
      undone = new EffectIndex(up == null ? List.of() : up.statements());
    }
    return undone.named(name);
  }

  @Override
  public List<Effect> undone() {
    return up == null
        ? List.of()
        : up.statements().stream().flatMap(s -> s.effects().stream()).toList();
  }

  @Override
  public boolean leavesTransactionOpen() {
    return transactions.isLeftOpen();
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public UnknownTables unknownTables() {
    return unknownTables;
  }

  @Override
  public ObjectName now(ResolvedStatement earlier, ObjectName object) {
    return renamings.now(earlier, object);
  }

  @Override
  public boolean isNew(ObjectName object) {
    var created = catalog.creation(object);
    return created >= 0 && isOfChange.test(created);
  }

  @Override
  public boolean undoes(ObjectName object) {
    return up != null
        && (up.numbers().has(catalog.creation(object))
            || up.numbers().has(catalog.firstCreation(object)));
  }

  @Override
  public void report(Span span, String message, String advice, List<ObjectName> about) {
    var broken = Optional.ofNullable(rule).orElseThrow();
    report(linting.of(broken), span, message, advice, about);
  }

  @Override
  public void reportLack(
      Span span, String message, String advice, List<ObjectName> about, QualifiedName lacks) {
    var broken = Optional.ofNullable(rule).orElseThrow();
    report(linting.of(broken), span, message, advice, about, lacks);
  }

  @Override
  public void report(
      Severity severity, Span span, String message, String advice, List<ObjectName> about) {
    report(severity, span, message, advice, about, null);
  }

  private void report(
      Severity severity,
      Span span,
      String message,
      String advice,
      List<ObjectName> about,
      @Nullable QualifiedName lacks) {
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
    remarks.add(new LintFinding(finding, about, lacks));
    reported.add(broken.name());
  }
}
