package dev.deed.engine.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The database products that repositories have migrations for, next to those for PostgreSQL.
enum Product {
  MYSQL(
      "MySQL",
      "mysql mariadb",
      "ENGINE\\s*=\\s*\\w+|\\bAUTO_INCREMENT\\b|\\bUNSIGNED\\b|\\bTINYINT\\b|`\\w+`\\s+\\w+"),
  SQLITE("SQLite", "sqlite sqlite3 d1 libsql turso", "\\bAUTOINCREMENT\\b|\\bPRAGMA\\b"),
  SQL_SERVER(
      "SQL Server",
      "mssql sqlserver",
      "\\bNVARCHAR\\b|(?m)^GO\\s*$|\\[dbo\\]|\\bIDENTITY\\s*\\(1,"),
  ORACLE("Oracle", "oracle", "\\bVARCHAR2\\b|\\bNUMBER\\s*\\(\\d+"),
  CLICKHOUSE("ClickHouse", "clickhouse", "\\w*MergeTree\\b|\\bON CLUSTER\\b"),
  OTHER(
      "another product",
      "h2 hsqldb hsql derby db2 cockroach cockroachdb crdb tidb spanner bigquery snowflake cassandra scylla"
          + " duckdb redshift dsql firebird hana sybase databricks trino mongodb mongo neo4j kingbase"
          + " oceanbase dameng maxdb informix teradata vertica",
      "(?!)");

  private static final Pattern OF_POSTGRES =
      Pattern.compile(
          "\\b(BIG|SMALL)?SERIAL\\b|\\bJSONB\\b|\\bTIMESTAMPTZ\\b|\\bBYTEA\\b|plpgsql|\\$\\$|::\\w"
              + "|gen_random_uuid|uuid_generate|\\bWITH(OUT)? TIME ZONE\\b|\\bCREATE EXTENSION\\b"
              + "|\\bCONCURRENTLY\\b|\\bpublic\\.|\\bcharacter varying\\b|\\bUSING (gin|gist)\\b|\\bON [\\w.\"]+ USING btree\\b"
              + "|\\bGENERATED (ALWAYS|BY DEFAULT) AS IDENTITY\\b|\\bTSVECTOR\\b|\\bCITEXT\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> POSTGRES_WORDS =
      Set.of("postgres", "postgresql", "pg", "psql", "pgsql");

  private static final Pattern AROUND = Pattern.compile("^migrations?[_-]|[_-]?migrations?$");

  private static final Set<String> PRODUCTS =
      Set.of("postgres", "postgresql", "mysql", "sqlite", "oracle");

  private final String title;
  private final Set<String> words;
  private final Pattern signs;

  Product(String title, String words, String signs) {
    this.title = title;
    this.words = Set.of(words.split(" "));
    this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
  }

  /// The product that a folder's or a file's name says, as in `migrations/mysql` and
  /// `1_users.sqlite3.up.sql`.
  ///
  /// @return null for PostgreSQL, or where the names do not say
  static @Nullable Product named(String path) {
    var parts = Stream.of(path.toLowerCase(Locale.ROOT).split("[/.]")).toList().reversed();
    for (var part : parts) {
      var word = wordOf(part);
      if (POSTGRES_WORDS.contains(word)) {
        return null;
      }
      for (var product : values()) {
        if (product.words.contains(word)) {
          return product;
        }
      }
    }
    return null;
  }

  /// The product that one word of a name says, as in `mysql55`; null where it says none, or
  /// PostgreSQL.
  static @Nullable Product ofWord(String word) {
    for (var product : values()) {
      if (product.words.contains(word)
          || product.words.contains(word.replaceFirst("(?<=[a-z]{3})\\d+$", ""))) {
        return product;
      }
    }
    return null;
  }

  /// Whether the text is certainly written for PostgreSQL.
  static boolean isForPostgres(String text) {
    return OF_POSTGRES.matcher(text).find();
  }

  /// Whether the name of a folder says PostgreSQL.
  static boolean isPostgres(String name) {
    var word = wordOf(name.toLowerCase(Locale.ROOT));
    return POSTGRES_WORDS.contains(word) || word.startsWith("postgres");
  }

  /// Whether a part of a file's name says PostgreSQL, as in `shop.postgres.create.sql`.
  static boolean isPostgresFile(String name) {
    return Stream.of(name.split("[._-]")).anyMatch(Product::isPostgres);
  }

  /// Whether a folder in the path says PostgreSQL.
  static boolean isPostgresIn(String path) {
    return Stream.of(path.split("/")).anyMatch(Product::isPostgres);
  }

  /// `mysql` of `mysql_migrations` and `migrations-mysql`, `sqlserver` of `sql_server`, `sqlite` of
  /// `sqlitedb`.
  private static String wordOf(String part) {
    var word = AROUND.matcher(part).replaceAll("").replace("_", "").replace("-", "");
    return word.endsWith("db") && PRODUCTS.contains(word.substring(0, word.length() - 2))
        ? word.substring(0, word.length() - 2)
        : word;
  }

  /// Other words of these products are words of programs for PostgreSQL, too.
  static boolean isForClickHouse(List<String> texts) {
    return texts.stream().anyMatch(text -> CLICKHOUSE.signs.matcher(text).find());
  }

  /// The product that the texts are written for, where one is certain.
  static @Nullable Product ofTexts(List<String> texts) {
    if (texts.stream().anyMatch(Product::isForPostgres)) {
      return null;
    }
    for (var product : values()) {
      if (texts.stream().anyMatch(text -> product.signs.matcher(text).find())) {
        return product;
      }
    }
    return null;
  }

  String title() {
    return title;
  }

  /// The title, or the word of the name where only that says which product it is.
  String titleIn(String path) {
    return this != OTHER
        ? title
        : Stream.of(path.toLowerCase(Locale.ROOT).split("[/._-]"))
            .filter(words::contains)
            .reduce((first, second) -> second)
            .orElse(title);
  }
}
