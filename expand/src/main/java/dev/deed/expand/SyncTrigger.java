package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The triggers that keep old and new columns equal while both are used, in both directions: mostly
/// one of each.
///
/// A row is right if the new value is the old one's conversion, or the old value is the new one's
/// conversion back: the second counts only where a conversion loses something. A write that changed
/// the new column decides, one that changed the old column only is carried over, and one that
/// changed neither costs a comparison. The first pair of triggers notes who still writes the old
/// column, once a minute in each session; it fires before the pair that makes the columns equal.
///
/// @param newLeads the new column has the name that code uses: its value decides in an `INSERT`
record SyncTrigger(
    QualifiedName table, List<Side> olds, List<Side> news, Named names, boolean newLeads) {

  SyncTrigger {
    olds = List.copyOf(olds);
    news = List.copyOf(news);
  }

  /// With one column on each side.
  static SyncTrigger of(
      QualifiedName table,
      Side old,
      Side added,
      Conversion conversion,
      Named names,
      boolean newLeads) {
    return new SyncTrigger(
        table,
        List.of(old.with(conversion.back())),
        List.of(added.with(conversion.forth())),
        names,
        newLeads);
  }

  Side old() {
    return olds.getFirst();
  }

  Side added() {
    return news.getFirst();
  }

  /// @param change the changeover's name
  /// @param prefix of the triggers: sorts after all others of the table
  /// @param sync the function that makes the columns equal
  /// @param note the function that notes writers
  /// @param path of functions that run with their owner's rights
  record Named(
      String change, String prefix, QualifiedName sync, QualifiedName note, DefinerPath path) {

    String trigger(int order) {
      return Identifier.quoted(triggerName(order));
    }

    String triggerName(int order) {
      return Names.fit(prefix + order + "_" + change);
    }

    /// Another function of these triggers. The name begins with the word: with `_lock` at its end,
    /// it could be that of `sync` for a table `t_lock`.
    QualifiedName function(String word) {
      var own = sync.name().replaceFirst("^deed_sync_", "");
      return sync.renamed(Names.fit("deed_sync_" + word + "_" + own));
    }

    /// Also where a subscription or a restore writes.
    String always(int order, QualifiedName table) {
      return "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s".formatted(table.quoted(), trigger(order));
    }

    /// One that was dropped by hand must not stop the way back; where rows may differ then, the
    /// expectation of `WatchedTriggers` comes first.
    String drop(int order, QualifiedName table) {
      return "DROP TRIGGER IF EXISTS %s ON %s".formatted(trigger(order), table.quoted());
    }

    String setting() {
      return "deed.noted_" + Names.checksum(change);
    }
  }

  private static final String SYNC =
      """
      FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql
          AS $deed$
      BEGIN
          IF TG_OP = 'UPDATE' THEN
              IF %2$s THEN
                  IF %3$s THEN
                      %4$s;
                  END IF;
              ELSIF %9$s THEN
                  %5$s;
              END IF;
          ELSIF %6$s THEN
              %7$s;
          ELSIF %3$s THEN
              %8$s;
          END IF;
          RETURN new;
      END
      $deed$\
      """;

  /// What makes the triggers, in the transaction that adds the new column.
  List<String> create() {
    var statements = new ArrayList<String>();
    statements.addAll(createNotes());
    statements.addAll(createSync());
    return statements;
  }

  List<String> createNotes() {
    var columns = olds.stream().map(Side::quoted).collect(Collectors.joining(", "));
    return List.of(
        note(),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(1), columns, table.quoted(), names.note().quoted()),
        names.always(1, table));
  }

  List<String> createSync() {
    return List.of(
        "CREATE " + sync(),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(2), table.quoted(), names.sync().quoted()),
        names.always(2, table));
  }

  /// After the columns were renamed: a function's text does not follow.
  String replaceSync() {
    return "CREATE OR REPLACE " + sync();
  }

  WatchedTriggers watched() {
    return new WatchedTriggers(names).on(table, 2);
  }

  /// Before one of the two sides goes: the other one is there, and the triggers.
  List<String> expectedFirst(List<Side> staying) {
    var there =
        staying.stream()
            .map(s -> "count(%s)".formatted(s.quoted()))
            .collect(Collectors.joining(", "));
    return List.of(
        "SELECT %s FROM %s WHERE false".formatted(there, table.quoted()), watched().expected());
  }

  /// The same where all rows are filled: a column that was dropped by hand and made again is there,
  /// and empty, or full of its default.
  List<String> expectedFilled(List<Side> staying) {
    var expected = new ArrayList<String>(expectedFirst(staying));
    var carry = staying.equals(olds) ? carryBack() : carryForth();
    if (!carry.contains("\n")) {
      expected.add(
          "-- deed: expect SELECT CASE WHEN %s AND bool_or(deed_differs) THEN %s ELSE 'filled' END FROM (SELECT *, (%s) AS deed_differs FROM %s LIMIT 1000) deed_rows = filled"
              .formatted(
                  isFixed() ? isYounger(staying.getFirst()) : isOneValue(staying),
                  StringConstant.of(
                      words(staying) + ", as if made again by hand: fill it first: " + carry),
                  differs(),
                  table.quoted()));
    }
    return expected;
  }

  private String words(List<Side> staying) {
    var leaving = staying.equals(olds) ? news : olds;
    return isFixed()
        ? "%s is younger than %s and differs from it in some rows"
            .formatted(columns(staying), columns(leaving))
        : columns(staying)
            + (staying.size() == 1 ? " has" : " have each")
            + " one value in all rows";
  }

  private static String isOneValue(List<Side> sides) {
    return sides.stream()
        .map(s -> "count(DISTINCT %s::text) < 2".formatted(s.quoted()))
        .collect(Collectors.joining(" AND "));
  }

  /// Of two columns that differ, the one that was made later is in doubt, whatever it holds. Where
  /// a conversion is not the same in each session, rows that differ prove nothing.
  private String isYounger(Side staying) {
    return "%s > %s".formatted(number(staying), number(staying.equals(old()) ? added() : old()));
  }

  private String number(Side side) {
    return "(SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = %s::pg_catalog.regclass AND attname = %s)"
        .formatted(StringConstant.of(table.quoted()), StringConstant.of(side.column()));
  }

  private static String columns(List<Side> sides) {
    return sides.stream().map(Side::column).collect(Collectors.joining(", "));
  }

  List<String> drop() {
    var statements = new ArrayList<String>(dropNotes());
    statements.addAll(dropSync());
    return statements;
  }

  List<String> dropNotes() {
    return List.of(names.drop(1, table), dropFunction(names.note()));
  }

  List<String> dropSync() {
    return List.of(names.drop(2, table), dropFunction(names.sync()));
  }

  /// Rows in which the two sides do not agree, as a condition.
  String differs() {
    var forth = any(news, Side::disagrees);
    return isPlain()
        ? forth
        : "(%s) AND (%s OR %s)"
            .formatted(forth, all(news, Side::isNull), any(olds, Side::disagrees));
  }

  /// Values of these are converted into each other in the same way in each session.
  private static final Pattern FIXED =
      Pattern.compile(
          "(?:smallint|integer|bigint|numeric|boolean|uuid|text|character varying)(?:\\(.*\\))?");

  /// Each session finds that both agree, once they do.
  private boolean isFixed() {
    return isPlain()
        || (olds.size() == 1
            && news.size() == 1
            && old().isCast()
            && added().isCast()
            && Stream.of(old(), added())
                .allMatch(side -> FIXED.matcher(side.sameness().type()).matches()));
  }

  /// One column is a copy of the other one.
  private boolean isPlain() {
    return olds.size() == 1
        && news.size() == 1
        && old().value() instanceof Expression.Column
        && added().value() instanceof Expression.Column;
  }

  /// Rows whose old values the new ones do not give back, as a condition.
  String oldsDiffer() {
    return any(olds, Side::disagrees);
  }

  /// Carries the old values over, where they are not yet.
  String carryForth() {
    return carry(news, differs());
  }

  /// Carries the new values back.
  String carryBack() {
    var back = any(olds, Side::disagrees);
    return carry(
        olds,
        isPlain()
            ? back
            : "(%s) AND (%s OR %s)"
                .formatted(back, all(olds, Side::isNull), any(news, Side::disagrees)));
  }

  private String carry(List<Side> sides, String condition) {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(
            table.quoted(),
            sides.stream()
                .map(s -> s.quoted() + " = " + Expressions.sql(s.value()))
                .collect(Collectors.joining(", ")),
            condition);
  }

  private static String any(List<Side> sides, Function<Side, String> condition) {
    return sides.stream().map(condition).collect(Collectors.joining(" OR "));
  }

  private static String all(List<Side> sides, Function<Side, String> condition) {
    return sides.stream().map(condition).collect(Collectors.joining(" AND "));
  }

  /// `a := b; c := d`
  private static String assign(List<Side> sides, String indent) {
    return sides.stream()
        .map(s -> s.written() + " := " + Conversion.inTrigger(s.value()))
        .collect(Collectors.joining(";\n" + indent));
  }

  private String sync() {
    var omitted = all(news, Side::omitted);
    return SYNC.formatted(
        names.sync().quoted(),
        any(news, Side::changed),
        any(news, Side::disagreesInTrigger),
        assign(olds, " ".repeat(16)),
        assign(news, " ".repeat(12)),
        newLeads ? "(%s) AND %s".formatted(oldIsGiven(), omitted) : omitted,
        assign(news, " ".repeat(8)),
        assign(olds, " ".repeat(8)),
        any(olds, Side::changed));
  }

  private String oldIsGiven() {
    return any(olds, s -> s.unpredictable() ? "false" : s.given());
  }

  private String note() {
    var disagrees = "(" + any(news, Side::disagreesInTrigger) + ")";
    return NoteFunction.of(
        names,
        "(%s) AND %s".formatted(oldIsGiven(), disagrees),
        "(%s) AND %s".formatted(any(olds, Side::changed), disagrees),
        any(news, Side::changed));
  }

  private static String dropFunction(QualifiedName function) {
    return "DROP FUNCTION IF EXISTS " + function.quoted() + "()";
  }
}
