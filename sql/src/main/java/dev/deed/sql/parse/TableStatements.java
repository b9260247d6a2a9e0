package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.COMMIT;
import static dev.deed.sql.Keyword.DATA;
import static dev.deed.sql.Keyword.DELETE;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.EXECUTE;
import static dev.deed.sql.Keyword.FOREIGN;
import static dev.deed.sql.Keyword.INHERITS;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.OF;
import static dev.deed.sql.Keyword.OIDS;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.PARTITION;
import static dev.deed.sql.Keyword.PRESERVE;
import static dev.deed.sql.Keyword.ROWS;
import static dev.deed.sql.Keyword.SERVER;
import static dev.deed.sql.Keyword.TABLE;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.WITH;
import static dev.deed.sql.Keyword.WITHOUT;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ColumnDefinitionDraft;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableDefinition.ForeignServer;
import dev.deed.sql.effect.TableDefinition.Parent;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.effect.TableDefinition.PartitionOf;
import dev.deed.sql.effect.TableDefinitionDraft;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.expression.Query;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `CREATE TABLE`, `CREATE TABLE AS`, `CREATE FOREIGN TABLE`.
final class TableStatements {

  private static final Set<String> STRATEGIES = Set.of("range", "list", "hash");

  private final ParserState parsing;
  private final CursorStatements prepared;
  private final Cursor cursor;
  private final Options options;
  private final IndexElements indexElements;
  private final PartitionBounds bounds;

  TableStatements(ParserState parsing, CursorStatements prepared) {
    this.parsing = parsing;
    this.prepared = prepared;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
    this.indexElements = new IndexElements(parsing);
    this.bounds = new PartitionBounds(parsing);
  }

  Parsed create() {
    var words = CreateWords.read(cursor);
    words.refuseOrReplace(cursor);
    var foreign =
        words.persistence() == TableDefinition.Persistence.PERMANENT && cursor.accept(FOREIGN);
    cursor.expect(TABLE);
    var table = new TableBuilder(parsing, words);
    table.ifNotExists = cursor.acceptIfNotExists();
    table.name = cursor.qualifiedName("the table name");
    return foreign ? foreignTable(table) : table(table);
  }

  private Parsed table(TableBuilder table) {
    if (cursor.accept(OF)) {
      table.ofType = cursor.qualifiedName("a type name");
      table.elements.acceptTyped();
    } else if (cursor.accept(PARTITION, OF)) {
      partitionOf(table);
    } else if (cursor.at(Sign.OPEN) && !table.elements.atNamesOnly()) {
      table.elements.read();
      acceptInherits(table);
    } else {
      return tableAs(table);
    }
    acceptPartitionBy(table);
    acceptStorage(table);
    table.add(ObjectKind.TABLE);
    return Parsed.of(CommandTag.CREATE_TABLE);
  }

  private void partitionOf(TableBuilder table) {
    var first = cursor.position();
    var parent = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(first);
    table.elements.acceptTyped();
    table.partitionOf = new PartitionOf(parent, bounds.bound(), span);
  }

  private void acceptInherits(TableBuilder table) {
    if (!cursor.accept(INHERITS)) {
      return;
    }
    cursor.open();
    do {
      var first = cursor.position();
      var parent = cursor.qualifiedName("a table name");
      table.inherits.add(new Parent(parent, cursor.spanFrom(first)));
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private void acceptPartitionBy(TableBuilder table) {
    if (!cursor.accept(PARTITION, BY)) {
      return;
    }
    var place = cursor.position();
    var strategy = cursor.name("RANGE, LIST or HASH").toLowerCase(Locale.ROOT);
    if (!STRATEGIES.contains(strategy)) {
      cursor.moveTo(place);
      throw cursor.unexpected("RANGE, LIST or HASH");
    }
    var keys = new ArrayList<PartitionKey>();
    cursor.open();
    do {
      keys.add(indexElements.partitionKey());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    table.partitionBy = new PartitionBy(strategy, keys);
  }

  /// `USING method WITH (...) ON COMMIT ... TABLESPACE name`, in this order.
  private void acceptStorage(TableBuilder table) {
    if (cursor.accept(USING)) {
      var first = cursor.position() - 1;
      table.accessMethod = cursor.name("an access method");
      if (table.partitionBy != null) {
        parsing.newer(17, "USING of a partitioned table", first);
      }
    }
    if (!cursor.accept(WITHOUT, OIDS)) {
      table.options = stored(options.acceptWith());
    }
    if (cursor.accept(ON, COMMIT)) {
      table.onCommit = onCommit();
    }
    if (cursor.accept(TABLESPACE)) {
      table.tablespace = cursor.name("a tablespace name");
    }
  }

  /// PostgreSQL accepts `oids = false` and stores nothing of it.
  private static Map<String, String> stored(Map<String, String> options) {
    var stored = new LinkedHashMap<>(options);
    stored.remove("oids", "false");
    return stored;
  }

  private String onCommit() {
    if (cursor.accept(DROP)) {
      return "drop";
    }
    if (cursor.accept(DELETE, ROWS)) {
      return "delete rows";
    }
    if (cursor.accept(PRESERVE, ROWS)) {
      return "preserve rows";
    }
    throw cursor.unexpected("DROP, DELETE ROWS or PRESERVE ROWS");
  }

  private Parsed tableAs(TableBuilder table) {
    if (cursor.at(Sign.OPEN)) {
      namesOnly(table);
    }
    acceptStorage(table);
    if (!cursor.accept(AS)) {
      throw cursor.unexpected("the columns in parentheses, or AS and a query");
    }
    var first = cursor.position();
    if (cursor.accept(EXECUTE)) {
      table.asExecute = cursor.name("a prepared statement name");
      prepared.run(table.asExecute, first);
      if (cursor.accept(Sign.OPEN)) {
        parsing.expressions.list();
        cursor.close();
      }
    } else {
      table.as = parsing.queries.query();
    }
    acceptWithData();
    table.add(ObjectKind.TABLE);
    return Parsed.of(CommandTag.CREATE_TABLE_AS);
  }

  private void namesOnly(TableBuilder table) {
    cursor.open();
    do {
      var span = cursor.span();
      var name = cursor.name("a column name");
      table.elements.columns.add(new ColumnDefinitionDraft(name, null, span).column());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  /// `WITH [NO] DATA`: whether the query runs.
  private void acceptWithData() {
    if (!cursor.accept(WITH, DATA)) {
      cursor.accept(WITH, NO, DATA);
    }
  }

  private Parsed foreignTable(TableBuilder table) {
    if (cursor.accept(PARTITION, OF)) {
      partitionOf(table);
    } else {
      table.elements.read();
      acceptInherits(table);
    }
    cursor.expect(SERVER);
    var server = cursor.name("a server name");
    table.server = new ForeignServer(server, options.acceptForeign());
    table.add(ObjectKind.FOREIGN_TABLE);
    return Parsed.of(CommandTag.CREATE_FOREIGN_TABLE);
  }

  /// What was read of a table so far.
  private static final class TableBuilder {
    private final ParserState parsing;
    private final CreateWords words;
    private final int place;
    final TableElements elements;
    final List<Parent> inherits = new ArrayList<>();
    QualifiedName name = QualifiedName.of("");
    boolean ifNotExists;
    @Nullable PartitionOf partitionOf;
    @Nullable PartitionBy partitionBy;
    @Nullable QualifiedName ofType;
    Map<String, String> options = Map.of();
    @Nullable String accessMethod;
    @Nullable String tablespace;
    @Nullable String onCommit;
    @Nullable ForeignServer server;
    @Nullable Query as;
    @Nullable String asExecute;

    TableBuilder(ParserState parsing, CreateWords words) {
      this.parsing = parsing;
      this.words = words;
      this.place = parsing.effectCount();
      this.elements = new TableElements(parsing);
    }

    void add(ObjectKind kind) {
      var definition =
          new TableDefinitionDraft(words.persistence())
              .columns(elements.columns)
              .constraints(elements.constraints)
              .likes(elements.likes)
              .inherits(inherits)
              .partitionOf(partitionOf)
              .partitionBy(partitionBy)
              .ofType(ofType)
              .options(options)
              .accessMethod(accessMethod)
              .tablespace(tablespace)
              .onCommit(onCommit)
              .server(server)
              .as(as)
              .asExecute(asExecute)
              .definition();
      var span = parsing.cursor.spanFrom(words.first());
      parsing.addAt(place, new TableEffect.CreatesTable(kind, name, definition, ifNotExists, span));
    }
  }
}
