package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.Query;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The same name twice in one statement, or a second primary key.
final class Repeated implements Refusals {

  private static final Pattern PLAIN_TARGETS =
      Pattern.compile("(?is)insert\\s+into\\s+[^()]+\\([^()\\[.]*\\)(?!.*\\bconflict\\b)");

  /// Columns without quotes, and no expressions.
  private static final Pattern STATISTICS =
      Pattern.compile("(?:^|\\) )on ([\\w$]+(?:, [\\w$]+)+) from ");

  private static final int MOST_COLUMNS = 1600;
  private static final int MOST_KEYS = 32;

  /// `from t`, `from s.t as u where ...`
  private static final Pattern ONE_TABLE =
      Pattern.compile(
          "(?i)^[^()']* from (?:only )?[\\w$.]+(?: as [\\w$]+| (?!join|cross|natural|left|right|full|inner)[\\w$]+)?"
              + "(?= *$| where | order | limit | offset | fetch | for | group )");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsConstraint.class,
        CreatesEnum.class,
        CreatesComposite.class,
        WritesRows.class,
        dev.deed.sql.effect.IndexEffect.CreatesIndex.class,
        Creates.class,
        CreatesView.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e -> table(e).or(() -> copied(e, known));
      case AddsConstraint e -> constraint(e, known);
      case CreatesEnum e -> twice(e.labels(), "value", e.span());
      case CreatesComposite e ->
          twice(e.attributes().stream().map(a -> a.name()).toList(), "attribute", e.span());
      case WritesRows e when e.writing() == Writing.INSERT ->
          twice(e.columns(), "column", e.span()).filter(repeated -> isPlain(known));
      case dev.deed.sql.effect.IndexEffect.CreatesIndex e
          when e.elements().size() + e.include().size() > MOST_KEYS ->
          tooMany("an index", MOST_KEYS, "columns", e.span());
      case Creates e when e.object().kind() == ObjectKind.STATISTICS ->
          twice(statisticsColumns(e.definition()), "column", e.span());
      case CreatesView e ->
          twice(named(e.columns(), outputs(e.query(), known)), "column", e.span());
      default -> Optional.empty();
    };
  }

  private static List<String> statisticsColumns(String definition) {
    var matcher = STATISTICS.matcher(definition);
    return matcher.find() ? List.of(matcher.group(1).split(", ")) : List.of();
  }

  /// Whether the columns are those of the list only, each as a whole: `ON CONFLICT` assigns more,
  /// and `f[1], f[2]` or `f.a, f.b` fill parts of one column.
  private static boolean isPlain(Known known) {
    return PLAIN_TARGETS.matcher(known.view().text(known.view().statement().span())).lookingAt();
  }

  /// `CREATE TABLE AS`
  private static Optional<Refusal> copied(CreatesTable effect, Known known) {
    var definition = effect.definition();
    var query = definition.as();
    if (query == null) {
      return Optional.empty();
    }
    var written = definition.columns().stream().map(Column::name).toList();
    return twice(named(written, outputs(query, known)), "column", effect.span());
  }

  /// With the columns of the table for a star, where the FROM has nothing but that table.
  private static List<String> outputs(Query query, Known known) {
    var source = query.source() == null ? null : known.object(query.source()).orElse(null);
    if (source == null || !ONE_TABLE.matcher(query.canonical()).find()) {
      return query.columns();
    }
    return query.columns().stream()
        .flatMap(c -> c.equals("*") ? columns(source).stream() : Stream.of(c))
        .toList();
  }

  /// One without a name where they are not known.
  private static List<String> columns(Relation relation) {
    return switch (relation) {
      case Table table -> table.columns();
      case View view -> view.columns();
      default -> List.of("*");
    };
  }

  private static List<String> named(List<String> written, List<String> outputs) {
    var names = new ArrayList<String>();
    for (var i = 0; i < outputs.size(); i++) {
      var name = i < written.size() ? written.get(i) : outputs.get(i);
      if (name.equals("*")) {
        return List.of();
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static Optional<Refusal> twice(List<String> names, String what, Span span) {
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!seen.add(name)) {
        return Refusal.of(
            span,
            "%s %s is named twice".formatted(what, Identifier.quoted(name)),
            "remove one of the two, or give it another name");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> tooMany(String what, int most, String of, Span span) {
    return Refusal.of(
        span, "%s has at most %d %s".formatted(what, most, of), "divide the columns among several");
  }

  private static Optional<Refusal> table(CreatesTable effect) {
    var definition = effect.definition();
    var columns = NewTable.columns(definition);
    if (columns.size() > MOST_COLUMNS) {
      return tooMany("a table", MOST_COLUMNS, "columns", effect.span());
    }
    for (var column : definition.columns()) {
      if (Known.isSystemColumn(column.name())) {
        return Refusal.of(
            column.span(),
            "%s is the name of a system column that every table has".formatted(column.name()),
            "choose another name");
      }
    }
    var names =
        definition.constraints().stream()
            .flatMap(c -> Optional.ofNullable(c.name()).stream())
            .toList();
    return twice(columns, "column", effect.span())
        .or(() -> twice(names, "constraint", effect.span()))
        .or(() -> keys(definition.constraints()));
  }

  private static Optional<Refusal> keys(List<Constraint> constraints) {
    var keys = constraints.stream().filter(c -> c.rule() instanceof PrimaryKey).toList();
    if (keys.size() > 1) {
      return secondKey(keys.get(1).span());
    }
    for (var constraint : constraints) {
      var columns = UniqueKeys.columns(constraint.rule());
      var found = twice(columns, "column", constraint.span());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> secondKey(Span span) {
    return Refusal.of(
        span,
        "a table has at most one primary key",
        "make one of the two UNIQUE, or one key of all columns");
  }

  private static Optional<Refusal> constraint(AddsConstraint effect, Known known) {
    if (!(effect.constraint().rule() instanceof PrimaryKey)) {
      return twice(UniqueKeys.columns(effect.constraint().rule()), "column", effect.span());
    }
    var table = known.name(effect.table());
    return known.catalog().constraints(table).stream()
        .filter(c -> c.rule() instanceof PrimaryKey)
        .map(TableConstraint::name)
        .filter(known.catalog()::isCertain)
        .filter(n ->
            known
                .subcommands(dev.deed.sql.effect.TableEffect.DropsConstraint.class)
                .noneMatch(d -> d.constraint().equals(n.own())))
        .findFirst()
        .flatMap(n ->
            Refusal.of(
                effect.span(),
                "%s has a primary key already: %s%s"
                    .formatted(table.dotted(), n.own(), known.created(n)),
                "make this one UNIQUE, or drop the older one first",
                n));
  }
}
