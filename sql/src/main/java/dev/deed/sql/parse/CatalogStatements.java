package dev.deed.sql.parse;

import dev.deed.sql.lex.Cursor;

/// Schemas, extensions, statistics, text search, collations, conversions, access methods, large
/// objects, property graphs: chooses the family that reads them.
final class CatalogStatements {

  private final Cursor cursor;
  private final SchemaStatements schemas;
  private final ExtensionStatements extensions;
  private final StatisticsStatements statistics;
  private final TextSearchStatements textSearch;
  private final EncodingStatements encodings;
  private final StorageStatements storage;
  private final GraphStatements graphs;

  CatalogStatements(ParserState parsing, StatementParser statements) {
    this.cursor = parsing.cursor;
    this.schemas = new SchemaStatements(parsing, statements);
    this.extensions = new ExtensionStatements(parsing);
    this.statistics = new StatisticsStatements(parsing);
    this.textSearch = new TextSearchStatements(parsing);
    this.encodings = new EncodingStatements(parsing);
    this.storage = new StorageStatements(parsing);
    this.graphs = new GraphStatements(parsing);
  }

  Parsed create() {
    var keyword = cursor.keywordAfter(1);
    return switch (keyword) {
      case SCHEMA -> schemas.create();
      case EXTENSION -> extensions.create();
      case STATISTICS -> statistics.create();
      case TEXT -> textSearch.create();
      case COLLATION -> encodings.createCollation();
      case CONVERSION, DEFAULT -> encodings.createConversion();
      case ACCESS -> storage.createAccessMethod();
      case PROPERTY, TEMP, TEMPORARY, LOCAL, GLOBAL -> graphs.create();
      case null, default -> throw cursor.unexpected("the kind of object to create");
    };
  }

  Parsed alter() {
    var keyword = cursor.keywordAfter(1);
    return switch (keyword) {
      case SCHEMA -> schemas.alter();
      case EXTENSION -> extensions.alter();
      case STATISTICS -> statistics.alter();
      case TEXT -> textSearch.alter();
      case COLLATION -> encodings.alterCollation();
      case CONVERSION -> encodings.alterConversion();
      case LARGE -> storage.alterLargeObject();
      case PROPERTY -> graphs.alter();
      case null, default -> throw cursor.unexpected("the kind of object to alter");
    };
  }
}
