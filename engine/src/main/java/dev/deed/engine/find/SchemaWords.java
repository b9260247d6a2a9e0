package dev.deed.engine.find;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a script creates and drops, by its words alone: `table users`, `column users.name` and
/// `index users_name`. What is created only where it is missing does not count.
record SchemaWords(Set<String> creates, Set<String> drops) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String NAME = "((?:\"[^\"]+\"|\\w+)(?:\\.(?:\"[^\"]+\"|\\w+))?)";

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", FLAGS);
  private static final Pattern TABLE =
      Pattern.compile(
          "^\\s*CREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?!IF\\b)" + NAME + "\\s*\\((.*)", FLAGS);
  private static final Pattern INDEX =
      Pattern.compile(
          "^\\s*CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?:CONCURRENTLY\\s+)?(?!IF\\b|ON\\b)" + NAME,
          FLAGS);
  private static final Pattern ALTER =
      Pattern.compile(
          "^\\s*ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + NAME + "\\s+(.*)", FLAGS);
  private static final Pattern ADD =
      Pattern.compile(
          "\\bADD\\s+(?:COLUMN\\s+)?(?!(?:COLUMN|IF|CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN|EXCLUDE|GENERATED|VALUE)\\b)"
              + NAME,
          FLAGS);
  private static final Pattern TAKE =
      Pattern.compile(
          "\\b(?:DROP\\s+(?:COLUMN\\s+)?(?:IF\\s+EXISTS\\s+)?|RENAME\\s+(?:COLUMN\\s+)?)"
              + "(?!(?:COLUMN|IF|CONSTRAINT|DEFAULT|NOT|IDENTITY|EXPRESSION|TO)\\b)"
              + NAME,
          FLAGS);
  private static final Pattern RENAMED = Pattern.compile("^RENAME\\s+TO\\b", FLAGS);
  private static final Pattern DROP =
      Pattern.compile(
          "^\\s*DROP\\s+(TABLE|INDEX)\\s+(?:CONCURRENTLY\\s+)?(?:IF\\s+EXISTS\\s+)?" + NAME, FLAGS);

  static SchemaWords of(Map<String, SchemaWords> all, String path) {
    return all.getOrDefault(path, new SchemaWords(Set.of(), Set.of()));
  }

  static SchemaWords of(String text) {
    var words = new SchemaWords(new HashSet<>(), new HashSet<>());
    for (var statement : COMMENT.matcher(text).replaceAll(" ").split(";")) {
      words.read(statement);
    }
    return words;
  }

  /// Whether it creates tables, and changes no others.
  boolean isOfItsOwnTables() {
    return creates.stream().anyMatch(name -> name.startsWith("table "))
        && creates.stream()
            .filter(name -> name.startsWith("column "))
            .map(name -> name.substring("column ".length(), name.lastIndexOf('.')))
            .allMatch(table -> creates.contains("table " + table))
        && drops.isEmpty();
  }

  private void read(String statement) {
    var table = TABLE.matcher(statement);
    if (table.find()) {
      creates.add("table " + plain(table.group(1)));
      columns(plain(table.group(1)), table.group(2));
    }
    var index = INDEX.matcher(statement);
    if (index.find()) {
      creates.add("index " + plain(index.group(1)));
    }
    var drop = DROP.matcher(statement);
    if (drop.find()) {
      drops.add(drop.group(1).toLowerCase(Locale.ROOT) + " " + plain(drop.group(2)));
    }
    var alter = ALTER.matcher(statement);
    if (alter.find()) {
      changes(plain(alter.group(1)), alter.group(2));
    }
  }

  private void changes(String table, String changes) {
    if (RENAMED.matcher(changes).find()) {
      drops.add("table " + table);
      return;
    }
    ADD.matcher(changes).results().forEach(add -> creates.add(column(table, add.group(1))));
    TAKE.matcher(changes).results().forEach(take -> drops.add(column(table, take.group(1))));
  }

  /// The first word of each part between the outermost commas.
  private void columns(String table, String body) {
    var depth = 0;
    var start = 0;
    for (var i = 0; i < body.length() && depth >= 0; i++) {
      var at = body.charAt(i);
      depth += at == '(' ? 1 : at == ')' ? -1 : 0;
      if (depth < 0 || (depth == 0 && at == ',')) {
        var first = body.substring(start, i).strip().split("\\s+", 2)[0];
        creates.add(column(table, first));
        start = i + 1;
      }
    }
  }

  private static String column(String table, String name) {
    return "column %s.%s".formatted(table, plain(name));
  }

  private static String plain(String name) {
    return name.replace("\"", "").toLowerCase(Locale.ROOT).replaceFirst("^public\\.", "");
  }
}
