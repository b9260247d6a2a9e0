package dev.deed.lint.rule;

import dev.deed.lint.rule.EffectIndex.Placed;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a rule may ask about the script that is being read and about the schema at that moment, and
/// where it reports what it found.
public interface RuleView {

  // The script

  Script script();

  /// The lowest major version that the script runs on.
  int postgres();

  /// Whether that version is declared: otherwise the script may run on newer ones only.
  boolean isVersionDeclared();

  /// Whether deed runs the script, with lock timeouts and retries.
  boolean byEngine();

  /// Whether the script is a down.
  boolean isDown();

  /// The text as the author wrote it.
  default String text(Span span) {
    return script().text().substring(span.start(), span.end());
  }

  /// The statement that the rule looks at.
  Statement statement();

  /// All statements before it.
  List<ResolvedStatement> read();

  /// Those of them that share its transaction: their locks are still held, and what they created is
  /// not yet visible to other sessions.
  List<ResolvedStatement> earlier();

  /// Locks on tables that others use, held by those earlier statements.
  HeldLocks.Held held();

  /// Whether the statement, or the script before its first one, has a directive of that name.
  boolean hasDirective(String name);

  /// Whether deed runs the statement in batches, each in a transaction of its own.
  boolean runsInBatches();

  /// The positions of the statements that have the directive `backfill`.
  static Set<Integer> batched(Script script) {
    return script.directives().stream()
        .filter(directive -> directive.name().equals("backfill"))
        .map(Directive::nextStatement)
        .collect(Collectors.toSet());
  }

  /// Whether the script, or the up that it undoes, is such a part of a changeover: `expand`,
  /// `backfill`, `switch`, `contract`, `keep`.
  boolean isPartOf(String... phases);

  /// Whether the script is the contract of a changeover, or its down: deed runs it when nothing
  /// uses the old form any more, or when the time is over for which something was kept of it.
  boolean waitsForGates();

  /// Whether the script's own `BEGIN`, or that of the program that runs it, comes before the
  /// statement.
  boolean isInOwnTransaction();

  /// Whether another program runs the script between its own `BEGIN` and `COMMIT`.
  boolean isWrapped();

  /// Whether the statement runs inside a transaction block: the script's own, or the one in which
  /// deed runs the script.
  boolean isInTransaction();

  /// Whether the effect that the rule looks at is in a `DO` block: only the server knows what runs
  /// there, and when.
  boolean isInBlock();

  /// Whether the statement says `CONCURRENTLY`.
  default boolean isConcurrent(Statement asked) {
    return text(asked.span()).toLowerCase(Locale.ROOT).contains("concurrently");
  }

  /// Whether this rule has reported something in this script.
  boolean hasReported();

  /// Whether another rule has.
  boolean hasReported(String name);

  /// Whether any statement of the script has such an effect: without one, none has to be searched.
  boolean has(Class<? extends Effect> kind);

  /// What the statements after this one do to that name.
  Stream<Placed> later(String name);

  /// What the statements before this one do to that name.
  Stream<Placed> sooner(String name);

  /// Indexes that later statements create in other transactions.
  Stream<Placed> laterIndexes(String table);

  /// Constraints that this statement adds, later ones, and earlier ones of its transaction.
  Stream<Placed> constraintsAround(String table);

  /// What the statement's transaction does.
  TransactionEffects together();

  /// What a down undoes: the effects of its own up on that name. An up undoes nothing.
  List<Placed> undone(String name);

  /// What a down undoes: all effects of its own up, as written. An up undoes nothing.
  List<Effect> undone();

  /// Whether the script began a transaction and did not end it.
  boolean leavesTransactionOpen();

  // The schema

  /// As the effects before this one left it.
  Catalog catalog();

  /// What scripts have said of tables that the catalog does not have.
  UnknownTables unknownTables();

  /// What a relation's name as written means here.
  default QualifiedName relation(QualifiedName written) {
    return catalog().relation(written);
  }

  /// The present name of a relation that an earlier statement reached: it may be renamed since.
  ObjectName now(ResolvedStatement earlier, ObjectName object);

  /// The present name of a relation that an earlier statement names.
  default QualifiedName relation(ResolvedStatement earlier, QualifiedName written) {
    for (var touch : earlier.touches()) {
      var name = touch.object().name();
      if (touch.object().kind().isRelation()
          && name.name().equals(written.name())
          && (written.schema() == null || written.schema().equals(name.schema()))) {
        return now(earlier, touch.object()).name();
      }
    }
    return relation(written);
  }

  /// Whether this script, or the change that it belongs to, created the relation: no other session
  /// waits for it yet, and it holds few rows.
  ///
  /// @param written the relation's name as written
  default boolean isNew(QualifiedName written) {
    return isNewRelation(relation(written));
  }

  /// @param name the relation's resolved name
  default boolean isNewRelation(QualifiedName name) {
    return catalog().relationNamed(name).filter(this::isNew).isPresent();
  }

  /// @param object resolved; for a part of a relation, whether the part itself is new
  boolean isNew(ObjectName object);

  /// Whether other sessions know the relation: it is neither new nor temporary.
  ///
  /// @param written the relation's name as written
  default boolean inUse(QualifiedName written) {
    var name = relation(written);
    var isTemporary =
        "pg_temp".equals(name.schema())
            || catalog()
                .table(name)
                .filter(t -> t.persistence() == Persistence.TEMPORARY)
                .isPresent();
    return !isTemporary && !isNewRelation(name);
  }

  /// Whether the relation is in use, and may keep rows of its own: it is not known to be a view or
  /// a foreign table.
  ///
  /// @param written the relation's name as written
  default boolean hasRows(QualifiedName written) {
    var kind =
        catalog().relationNamed(relation(written)).map(ObjectName::kind).orElse(ObjectKind.TABLE);
    return kind != ObjectKind.VIEW && kind != ObjectKind.FOREIGN_TABLE && inUse(written);
  }

  /// In a down: whether its own up created the object, so that dropping it is the down's purpose,
  /// also where the down of a later migration created it again.
  ///
  /// @param object resolved; a column is an object of its own
  boolean undoes(ObjectName object);

  /// Whether other code may miss the object when it is gone: it is not new, not temporary, and no
  /// down of its own up drops it.
  ///
  /// @param object resolved
  default boolean isMissed(ObjectName object) {
    return !"pg_temp".equals(object.name().schema()) && !isNew(object) && !undoes(object);
  }

  // Findings

  default void report(Span span, String message, String advice, ObjectName... about) {
    report(span, message, advice, List.of(about));
  }

  void report(Span span, String message, String advice, List<ObjectName> about);

  /// @param lacks what no script creates, and something else may have made
  void reportLack(
      Span span, String message, String advice, List<ObjectName> about, QualifiedName lacks);

  /// @param severity where this case weighs less than the rule's usual one; never more than that
  void report(Severity severity, Span span, String message, String advice, List<ObjectName> about);
}
