package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.CASCADED;
import static dev.deed.sql.Keyword.CHECK;
import static dev.deed.sql.Keyword.CONCURRENTLY;
import static dev.deed.sql.Keyword.DATA;
import static dev.deed.sql.Keyword.LOCAL;
import static dev.deed.sql.Keyword.MATERIALIZED;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.OPTION;
import static dev.deed.sql.Keyword.RECURSIVE;
import static dev.deed.sql.Keyword.REFRESH;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.VIEW;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.CreatesViewDraft;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.expression.Query;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `CREATE [MATERIALIZED] VIEW`, `REFRESH MATERIALIZED VIEW`.
final class ViewStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;

  ViewStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
  }

  Parsed create() {
    var words = CreateWords.read(cursor);
    if (cursor.at(MATERIALIZED)) {
      words.refuseOrReplace(cursor);
      return materializedView(words);
    }
    return view(words);
  }

  private Parsed view(CreateWords words) {
    var recursive = cursor.accept(RECURSIVE);
    cursor.expect(VIEW);
    var view = cursor.qualifiedName("the view name");
    List<String> columns =
        recursive || cursor.at(Sign.OPEN) ? cursor.namesInParentheses("a column name") : List.of();
    var storage = options.acceptWith();
    cursor.expect(AS);
    var read = query(recursive ? view : null, columns);
    var checkOption = recursive ? null : acceptCheckOption();
    add(
        new CreatesViewDraft(ObjectKind.VIEW, view, read.query, cursor.spanFrom(words.first()))
            .columns(columns)
            .options(storage)
            .checkOption(checkOption)
            .temporary(words.persistence() == Persistence.TEMPORARY)
            .orReplace(words.orReplace())
            .effect(),
        read.effects);
    return Parsed.of(CommandTag.CREATE_VIEW);
  }

  /// `WITH [CASCADED | LOCAL] CHECK OPTION`
  private @Nullable String acceptCheckOption() {
    if (!cursor.accept(WITH)) {
      return null;
    }
    var option = cursor.accept(LOCAL) ? "local" : "cascaded";
    if (option.equals("cascaded")) {
      cursor.accept(CASCADED);
    }
    cursor.expect(CHECK, OPTION);
    return option;
  }

  private Parsed materializedView(CreateWords words) {
    if (words.persistence() == Persistence.TEMPORARY) {
      throw cursor.unexpected("TABLE, VIEW or SEQUENCE");
    }
    cursor.expect(MATERIALIZED, VIEW);
    var ifNotExists = cursor.acceptIfNotExists();
    var view = cursor.qualifiedName("the view name");
    List<String> columns =
        cursor.at(Sign.OPEN) ? cursor.namesInParentheses("a column name") : List.of();
    var accessMethod = cursor.accept(USING) ? cursor.name("an access method") : null;
    Map<String, String> storage = options.acceptWith();
    var tablespace = cursor.accept(TABLESPACE) ? cursor.name("a tablespace name") : null;
    cursor.expect(AS);
    var read = query(null, List.of());
    var withData = acceptWithData();
    add(
        new CreatesViewDraft(
                ObjectKind.MATERIALIZED_VIEW, view, read.query, cursor.spanFrom(words.first()))
            .columns(columns)
            .options(storage)
            .accessMethod(accessMethod)
            .tablespace(tablespace)
            .ifNotExists(ifNotExists)
            .withData(withData)
            .effect(),
        read.effects);
    return Parsed.of(CommandTag.CREATE_MATERIALIZED_VIEW);
  }

  Parsed refresh() {
    var first = cursor.position();
    cursor.expect(REFRESH);
    cursor.expect(MATERIALIZED, VIEW);
    var concurrently = cursor.accept(CONCURRENTLY);
    var view = cursor.qualifiedName("a materialized view name");
    var withData = acceptWithData();
    parsing.add(new ViewEffect.RefreshesView(view, concurrently, withData, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.REFRESH_MATERIALIZED_VIEW);
  }

  /// `WITH [NO] DATA`; true if not written.
  private boolean acceptWithData() {
    return cursor.accept(WITH, DATA) || !cursor.accept(WITH, NO, DATA);
  }

  private record ReadQuery(Query query, List<Effect> effects) {}

  /// @param itself a recursive view, which its query does not read as a table
  private ReadQuery query(@Nullable QualifiedName itself, List<String> columns) {
    var queries = new ArrayList<Query>(1);
    var effects = parsing.effectsOf(() -> queries.add(parsing.queries.query()));
    if (itself == null) {
      return new ReadQuery(queries.getFirst(), effects);
    }
    var name = QualifiedName.of(itself.name());
    var others = effects.stream().filter(e -> !isReadOf(e, name)).toList();
    return new ReadQuery(recursive(itself, columns, queries.getFirst()), others);
  }

  /// What PostgreSQL stores for `CREATE RECURSIVE VIEW`.
  private static Query recursive(QualifiedName view, List<String> columns, Query query) {
    var name = Identifier.quoted(view.name());
    var list = columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    var text =
        "with recursive %1$s(%2$s) as (%3$s) select %2$s from %1$s"
            .formatted(name, list, query.canonical());
    return new Query(query.span(), columns, query.source(), text, null);
  }

  private static boolean isReadOf(Effect effect, QualifiedName name) {
    return effect instanceof RowsEffect.ReadsRows reads && reads.relation().equals(name);
  }

  private void add(ViewEffect view, List<Effect> effects) {
    parsing.add(view);
    effects.forEach(parsing::add);
  }
}
