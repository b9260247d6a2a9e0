package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.parse.RowChange;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Advice to run an `UPDATE` or `DELETE` as a loop of short transactions.
public final class Batches {

  private static final String IN_WORDS =
      "change a few thousand rows at a time by ranges of the key, each batch in a transaction of its own";
  private static final Pattern PLAIN = Pattern.compile("(?is)^(update|delete)\\b.*");
  private static final Pattern JOINED = Pattern.compile("(?is)\\b(using|from)\\b");
  private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\b");
  private static final Pattern LAST_WHERE = Pattern.compile("(?i)\\s+where$");
  private static final Set<String> INTEGERS = Set.of("bigint", "integer", "smallint");

  private Batches() {}

  /// The advice in words, then the loop as SQL where it can be built.
  public static String advice(WritesRows writes, RuleView view) {
    var loop = loop(writes, view);
    return isDirective(view)
        ? "let deed run it in batches, in a migration of its own\n" + loop.orElseThrow()
        : loop.map(text -> IN_WORDS + ", in a migration of its own\n" + text).orElse(IN_WORDS);
  }

  /// Whether deed runs the statement, and can run it in batches.
  private static boolean isDirective(RuleView view) {
    return view.byEngine()
        && !view.isInBlock()
        && RowChange.of(view.text(view.statement().span())).isPresent();
  }

  /// The loop as a migration; empty if the table's key is unknown or the statement is too complex
  /// to rewrite.
  public static Optional<String> loop(WritesRows writes, RuleView view) {
    if (isDirective(view)) {
      return Optional.of("-- deed: backfill\n" + view.text(view.statement().span()) + ";");
    }
    return key(view.relation(writes.relation()), view).flatMap(key -> loop(writes, key, view));
  }

  private static Optional<String> loop(WritesRows writes, TableColumn key, RuleView view) {
    var span = view.statement().span();
    var where = writes.where();
    var end = where == null ? span.end() : where.span().start();
    var head =
        view.text(span)
            .substring(0, Math.max(0, end - span.start()))
            .strip()
            .transform(text -> LAST_WHERE.matcher(text).replaceFirst(""));
    var joined = writes.writing() == Writing.UPDATE ? head : FROM.matcher(head).replaceFirst("");
    if (view.isInBlock()
        || !PLAIN.matcher(head).matches()
        || JOINED.matcher(joined).find()
        || head.contains("$$")
        || head.contains("--")
        || (where != null && where.span().end() != span.end())) {
      return Optional.empty();
    }
    var condition = where == null ? "" : " AND (" + SafeSql.oneLine(where.text()) + ")";
    var change = SafeSql.oneLine(head);
    return Optional.of(
        writes.writing() == Writing.DELETE
            ? untilNone(writes, key, change, condition)
            : INTEGERS.contains(key.type().text())
                ? byRange(writes, key, change, condition)
                : byKey(writes, key, change, condition));
  }

  /// For keys that are not integers: takes the next keys in order, batch by batch.
  private static String byKey(WritesRows writes, TableColumn key, String change, String condition) {
    return """
    -- deed: transaction none
    DO $$
    DECLARE
      batch %1$s[];
      last_key %1$s;
    BEGIN
      LOOP
        SELECT array_agg(k ORDER BY k) INTO batch FROM (
          SELECT %2$s AS k FROM %3$s WHERE last_key IS NULL OR %2$s > last_key ORDER BY %2$s LIMIT 1000
        ) AS next_keys;
        EXIT WHEN batch IS NULL;
        %4$s WHERE %2$s = ANY (batch)%5$s;
        last_key := batch[cardinality(batch)];
        COMMIT;
      END LOOP;
    END $$;\
    """
        .formatted(
            key.type().text(),
            Identifier.quoted(key.part()),
            writes.relation().quoted(),
            change,
            condition);
  }

  private static String byRange(
      WritesRows writes, TableColumn key, String change, String condition) {
    var column = Identifier.quoted(key.part());
    var table = writes.relation().quoted();
    return """
    -- deed: transaction none
    DO $$
    DECLARE first_key bigint;
    BEGIN
      FOR first_key IN SELECT generate_series(min(%1$s), max(%1$s), 1000) FROM %2$s LOOP
        %3$s WHERE %1$s >= first_key AND %1$s < first_key + 1000%4$s;
        COMMIT;
      END LOOP;
    END $$;\
    """
        .formatted(column, table, change, condition);
  }

  private static String untilNone(
      WritesRows writes, TableColumn key, String change, String condition) {
    var column = Identifier.quoted(key.part());
    var chosen = condition.replaceFirst("^ AND ", " WHERE ");
    return """
    -- deed: transaction none
    DO $$
    BEGIN
      LOOP
        %s WHERE %s IN (SELECT %s FROM %s%s LIMIT 1000);
        EXIT WHEN NOT FOUND;
        COMMIT;
      END LOOP;
    END $$;\
    """
        .formatted(change, column, column, writes.relation().quoted(), chosen);
  }

  /// The column of the primary key, if the key has exactly one.
  private static Optional<TableColumn> key(QualifiedName table, RuleView view) {
    return view.catalog().constraints(table).stream()
        .map(constraint -> constraint.rule())
        .filter(rule -> rule instanceof PrimaryKey key && key.columns().size() == 1)
        .map(rule -> ((PrimaryKey) rule).columns().getFirst())
        .findFirst()
        .flatMap(column -> view.catalog().column(table, column));
  }
}
