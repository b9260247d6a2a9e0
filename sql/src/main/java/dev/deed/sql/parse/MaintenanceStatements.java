package dev.deed.sql.parse;

import static dev.deed.sql.parse.UtilityOptions.isOn;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `VACUUM`, `ANALYZE`, `CLUSTER`, `REINDEX`, `REPACK`.
final class MaintenanceStatements {

  /// Of `VACUUM`, since PostgreSQL 16.
  private static final Set<String> NEWER_OPTIONS =
      Set.of("skip_database_stats", "only_database_stats", "process_main", "buffer_usage_limit");

  private final ParserState parsing;
  private final Cursor cursor;
  private final UtilityOptions options;

  MaintenanceStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new UtilityOptions(cursor);
  }

  Parsed maintain() {
    var first = cursor.position();
    var keyword = cursor.keyword();
    cursor.advance();
    return switch (keyword) {
      case VACUUM -> vacuum(first);
      case ANALYZE, ANALYSE -> analyze(first);
      case CLUSTER -> cluster(first);
      case REINDEX -> reindex(first);
      case REPACK -> repack(first);
      case null, default -> throw cursor.unexpected("a maintenance command");
    };
  }

  private Parsed vacuum(int first) {
    var with = cursor.at(Sign.OPEN) ? options.expect() : vacuumWords();
    for (var option : with.keySet()) {
      if (NEWER_OPTIONS.contains(option)) {
        parsing.newer(16, "the option " + option + " of VACUUM", first);
      }
    }
    tables(isOn(with, "full"), Maintenance.VACUUM, first);
    return Parsed.alone(CommandTag.VACUUM);
  }

  /// `FULL FREEZE VERBOSE ANALYZE`: the old spelling, in this order.
  private Map<String, String> vacuumWords() {
    var words = new LinkedHashMap<String, String>();
    for (var word : new Keyword[] {Keyword.FULL, Keyword.FREEZE, Keyword.VERBOSE}) {
      if (cursor.accept(word)) {
        words.put(word.word(), "true");
      }
    }
    if (cursor.accept(Keyword.ANALYZE) || cursor.accept(Keyword.ANALYSE)) {
      words.put("analyze", "true");
    }
    return words;
  }

  private Parsed analyze(int first) {
    if (cursor.at(Sign.OPEN)) {
      if (options.expect().containsKey("buffer_usage_limit")) {
        parsing.newer(16, "the option buffer_usage_limit of ANALYZE", first);
      }
    } else {
      cursor.accept(Keyword.VERBOSE);
    }
    tables(false, Maintenance.ANALYZE, first);
    return Parsed.of(CommandTag.ANALYZE);
  }

  /// `a (x, y), b`; all tables if there are none.
  private void tables(boolean full, Maintenance maintenance, int first) {
    if (cursor.atEnd()) {
      parsing.add(new Maintains(maintenance, null, null, full, false, cursor.spanFrom(first)));
      return;
    }
    do {
      var place = cursor.position();
      var relation = RelationName.read(cursor, "a table name");
      if (relation.only()) {
        parsing.newer(18, "ONLY of VACUUM and ANALYZE", place);
      }
      if (cursor.at(Sign.OPEN)) {
        cursor.namesInParentheses("a column name");
      }
      var table = ObjectName.table(relation.name());
      parsing.add(new Maintains(maintenance, table, null, full, false, relation.span()));
    } while (cursor.accept(Sign.COMMA));
  }

  /// `CLUSTER [(options) | VERBOSE] [table [USING index]]`, or the old form `CLUSTER index ON
  /// table`.
  private Parsed cluster(int first) {
    if (cursor.at(Sign.OPEN)) {
      options.expect();
    } else {
      cursor.accept(Keyword.VERBOSE);
    }
    if (!cursor.atColumnName()) {
      parsing.add(
          new Maintains(Maintenance.CLUSTER, null, null, false, false, cursor.spanFrom(first)));
      return Parsed.alone(CommandTag.CLUSTER);
    }
    clusterTable();
    return Parsed.of(CommandTag.CLUSTER);
  }

  private void clusterTable() {
    var place = cursor.position();
    var name = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(place);
    String index = null;
    if (cursor.accept(Keyword.ON)) {
      index = onlyName(name);
      place = cursor.position();
      name = cursor.qualifiedName("a table name");
      span = cursor.spanFrom(place);
    } else if (cursor.accept(Keyword.USING)) {
      index = cursor.name("an index name");
    }
    maintainByIndex(new Reordered(Maintenance.CLUSTER, name, index, false), span);
  }

  private String onlyName(QualifiedName index) {
    if (index.isQualified()) {
      throw cursor.error("an index name cannot be qualified here");
    }
    return index.name();
  }

  private record Reordered(
      Maintenance maintenance, QualifiedName table, @Nullable String index, boolean concurrently) {

    /// An index is in its table's schema.
    @Nullable ObjectName indexName() {
      return index == null
          ? null
          : ObjectName.of(ObjectKind.INDEX, QualifiedName.of(table.schema(), index));
    }
  }

  private void maintainByIndex(Reordered reordered, Span span) {
    var table = ObjectName.table(reordered.table);
    parsing.add(
        new Maintains(
            reordered.maintenance,
            table,
            reordered.indexName(),
            false,
            reordered.concurrently,
            span));
  }

  /// `REPACK [(options)] [table [(columns)]] [USING INDEX [index]]` (PostgreSQL 19)
  private Parsed repack(int first) {
    parsing.newer(19, "REPACK", first);
    var with = options.accept();
    var concurrently = isOn(with, "concurrently");
    if (!cursor.atColumnName()) {
      acceptUsingIndex();
      parsing.add(
          new Maintains(
              Maintenance.REPACK, null, null, false, concurrently, cursor.spanFrom(first)));
      return Parsed.alone(CommandTag.REPACK);
    }
    var relation = RelationName.read(cursor, "a table name");
    if (cursor.at(Sign.OPEN)) {
      cursor.namesInParentheses("a column name");
    }
    var index = acceptUsingIndex();
    maintainByIndex(
        new Reordered(Maintenance.REPACK, relation.name(), index, concurrently), relation.span());
    var analyzes = isOn(with, "analyze") || isOn(with, "analyse");
    return new Parsed(CommandTag.REPACK, concurrently || analyzes);
  }

  private @Nullable String acceptUsingIndex() {
    if (!cursor.accept(Keyword.USING)) {
      return null;
    }
    cursor.expect(Keyword.INDEX);
    return cursor.atColumnName() ? cursor.takeName() : null;
  }

  private Parsed reindex(int first) {
    var with = options.accept();
    var kind = reindexed();
    var concurrently = cursor.accept(Keyword.CONCURRENTLY) || isOn(with, "concurrently");
    var place = cursor.position();
    var object = reindexedName(kind);
    var span = object == null ? cursor.spanFrom(first) : cursor.spanFrom(place);
    parsing.add(new Maintains(Maintenance.REINDEX, object, null, false, concurrently, span));
    var alone = concurrently || (kind != ObjectKind.INDEX && kind != ObjectKind.TABLE);
    return new Parsed(CommandTag.REINDEX, alone);
  }

  /// `SYSTEM` means the system catalogs of the database.
  private ObjectKind reindexed() {
    var keyword = cursor.keyword();
    var kind =
        switch (keyword) {
          case INDEX -> ObjectKind.INDEX;
          case TABLE -> ObjectKind.TABLE;
          case SCHEMA -> ObjectKind.SCHEMA;
          case DATABASE, SYSTEM -> ObjectKind.DATABASE;
          case null, default -> throw cursor.unexpected("INDEX, TABLE, SCHEMA, DATABASE or SYSTEM");
        };
    cursor.advance();
    return kind;
  }

  private @Nullable ObjectName reindexedName(ObjectKind kind) {
    return switch (kind) {
      case INDEX, TABLE -> ObjectName.of(kind, cursor.qualifiedName("a name"));
      case SCHEMA -> ObjectName.of(kind, cursor.name("a schema name"));
      default -> {
        if (cursor.atColumnName()) {
          yield ObjectName.of(kind, cursor.takeName());
        }
        parsing.newer(16, "REINDEX DATABASE or SYSTEM without a name", cursor.position() - 1);
        yield null;
      }
    };
  }
}
