package dev.deed.engine.find;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tool of a folder whose files are migrations one by one: what is in them says it, else their
/// names.
record FolderTool(SearchedFiles all) {

  private static final Pattern FLYWAY =
      Pattern.compile("(?:[VUB]\\d[\\d._-]*|R)__.+\\.(sql|java|kt|groovy|rs)");
  private static final Pattern PAIR = Pattern.compile("\\d+([_.-].*)?\\.(up|down)\\.sql");
  private static final Pattern UP = Pattern.compile("\\d+([_.-].*)?\\.up\\.sql");
  static final Pattern NUMBERED = Pattern.compile("[vV]?\\d+([._# -].*)?" + RepositoryFile.ENDING);

  /// `Script0001 - users.sql`: the same word before each number.
  private static final Pattern WORD_FIRST =
      Pattern.compile(
          "(?i)(script|migrat(?:ion|e)|patch|update|upgrade|delta|change(?:set|log)?|version|ver|revision|rev"
              + "|release|step|alter|db|ddl)[._ -]*v?(\\d+(?:\\.\\d+)*)(?:[._ -].*)?\\.sql");

  /// Milliseconds, or a date with the time of the day: no other files are named so.
  private static final Pattern TIMED = Pattern.compile("\\d{13,17}[_-].*\\.sql");

  private static final Pattern DEFINITION =
      Pattern.compile(
          "\\b(CREATE|ALTER|DROP|RENAME)\\s+((OR REPLACE|UNIQUE|TEMP|UNLOGGED|MATERIALIZED)\\s+)*"
              + "(TABLE|INDEX|VIEW|TYPE|FUNCTION|SCHEMA|SEQUENCE|EXTENSION|TRIGGER|DOMAIN|POLICY)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROGRAM =
      Pattern.compile(
          "\\d{3,}[A-Za-z]?[_-](?!.*\\.(?:d|test|spec)\\.).*\\.(?:py|[cm]?[jt]s|rb|exs|php)");

  /// Programs of a tool that no sign names.
  private static final Pattern VERSIONED_PROGRAM =
      Pattern.compile(
          "(?:\\d{6,}|[vV]?\\d[\\w.]*[_.-](?!.*\\.(?:d|test|spec)\\.).*)\\.(?:py|[cm]?[jt]s|rb|exs|php)");

  /// A script of the shell, also one that a build fills in.
  private static final Pattern SHELL = Pattern.compile(".*\\.(?:sh|bash|ksh)(?:\\.in)?");

  /// That a script of the shell runs SQL on PostgreSQL.
  private static final Pattern RUNS_SQL = Pattern.compile("\\bpsql\\b|\\bpgsql\\w*\\b");

  private static final Pattern PROGRAM_FOLDER =
      Pattern.compile("(?i)(?:.*/)?(?:(?:\\w+[_-])?migrations?|migrate|alterations)(?:/.*)?");

  static boolean isOfFlyway(String name) {
    return FLYWAY.matcher(name).matches();
  }

  /// Whether a file of SQL creates, alters or drops something.
  static boolean defines(RepositoryFile file) {
    return defines(file.head());
  }

  static boolean defines(String text) {
    return DEFINITION.matcher(text).find();
  }

  /// Whether a file is a script of the shell that leads from one version of a schema to the next.
  static boolean isShellStep(RepositoryFile file) {
    return isNamedAsShellStep(file.name()) && RUNS_SQL.matcher(file.head()).find();
  }

  static boolean isNamedAsShellStep(String name) {
    return SHELL.matcher(name).matches()
        && UpgradeScripts.step(name).isPresent()
        && Stream.of(name.split("[._-]+")).allMatch(word -> Product.ofWord(word) == null);
  }

  @Nullable FoundTool of(String folder, List<RepositoryFile> files) {
    var signs =
        files.stream()
            .map(Signs::of)
            .filter(sign -> sign != null && !isIncidental(sign, files))
            .collect(groupingBy(sign -> sign, LinkedHashMap::new, toList()));
    if (!signs.isEmpty()) {
      return signs.entrySet().stream()
          .max(Comparator.comparing(entry -> entry.getValue().size()))
          .get()
          .getKey();
    }
    if (PROGRAM_FOLDER.matcher(folder).matches()
        && files.stream().anyMatch(file -> isOf(FoundTool.UNKNOWN, file))) {
      return FoundTool.UNKNOWN;
    }
    var ofNames = ofNames(folder, files);
    return ofNames == null && files.stream().filter(FolderTool::isShellStep).count() > 1
        ? FoundTool.UNKNOWN
        : ofNames;
  }

  private @Nullable FoundTool ofNames(String folder, List<RepositoryFile> files) {
    var scripts = files.stream().filter(RepositoryFile::isScript).toList();
    // Java alone is next to SQL in another folder.
    if (files.stream().anyMatch(file -> isOfFlyway(file.name()))) {
      return FoundTool.FLYWAY;
    }
    var isPairs = scripts.stream().anyMatch(file -> UP.matcher(file.name()).matches());
    var isTimed = scripts.stream().anyMatch(file -> TIMED.matcher(file.name()).matches());
    if (isTimed && all.isNamedIn("package.json", "\"node-pg-migrate\"", folder)) {
      return FoundTool.NODE_PG_MIGRATE;
    }
    if (!isPairs && !isTimed && scripts.stream().noneMatch(file -> defines(file))) {
      return null;
    }
    if (isPairs) {
      // golang-migrate has pairs only; SQLx has files of one direction too.
      var isMixed = scripts.stream().anyMatch(FolderTool::isSingle);
      return isMixed || isOfSqlx(folder) ? FoundTool.SQLX : FoundTool.GOLANG_MIGRATE;
    }
    var isNumbered = scripts.stream().anyMatch(file -> NUMBERED.matcher(file.name()).matches());
    if (isNumbered && isOfSqlx(folder)) {
      return FoundTool.SQLX;
    }
    return isNumbered
            || RepositoryFile.nameOf(folder).matches("(?i)migrations?|deltas?")
            || areSteps(scripts)
            || haveWordFirst(scripts)
            || Patches.are(scripts.stream().map(RepositoryFile::path).toList())
        ? FoundTool.SQL
        : null;
  }

  /// Several upgrades from version to version, or one with the schema before or after it, not
  /// counting those for other products.
  private static boolean areSteps(List<RepositoryFile> scripts) {
    var texts = scripts.stream().collect(toMap(RepositoryFile::name, RepositoryFile::head));
    var others = OtherProducts.in(texts.keySet(), name -> texts.getOrDefault(name, ""));
    var ours = new TreeSet<>(texts.keySet());
    ours.removeAll(others.keySet());
    return ours.stream().filter(name -> UpgradeScripts.step(name).isPresent()).count() > 1
        || UpgradeScripts.haveSchema(ours)
        || !UpgradeScripts.links(ours).isEmpty();
  }

  private static boolean haveWordFirst(List<RepositoryFile> scripts) {
    var numbers = new HashMap<String, Set<String>>();
    for (var script : scripts) {
      var match = WORD_FIRST.matcher(script.name());
      if (match.matches()) {
        numbers.computeIfAbsent(match.group(1), _ -> new HashSet<>()).add(match.group(2));
      }
    }
    return numbers.values().stream().anyMatch(some -> some.size() > 1);
  }

  private static boolean isSingle(RepositoryFile file) {
    return NUMBERED.matcher(file.name()).matches() && !PAIR.matcher(file.name()).matches();
  }

  /// A breakpoint of Drizzle without its journal is a plain comment; knex is named in other files.
  private static boolean isIncidental(FoundTool sign, List<RepositoryFile> files) {
    return sign == FoundTool.DRIZZLE
        || (sign == FoundTool.KNEX
            && files.stream().noneMatch(file -> file.name().matches("\\d+.*")));
  }

  private boolean isOfSqlx(String folder) {
    return all.isNamedIn("Cargo.toml", "sqlx", folder);
  }

  static boolean isOf(FoundTool tool, RepositoryFile file) {
    var name = file.name();
    var sign = Signs.of(file);
    return switch (tool) {
      case FLYWAY -> isOfFlyway(name);
      case LIQUIBASE -> sign == tool || name.endsWith(".sql");
      case SQL -> file.isScript();
      case GOLANG_MIGRATE, SQLX -> name.endsWith(".sql");
      case DJANGO, RAILS, KNEX, TYPEORM, SEQUELIZE, DB_MIGRATE, ECTO, LARAVEL ->
          // The sign may be further down than the search reads.
          sign == tool || (sign == null && PROGRAM.matcher(name).matches());
      case NODE_PG_MIGRATE, GOOSE, DBMATE ->
          sign == tool || (name.endsWith(".sql") && NUMBERED.matcher(name).matches());
      case UNKNOWN ->
          isShellStep(file)
              || (VERSIONED_PROGRAM.matcher(name).matches()
                  && (Signs.hasWayUp(file) || defines(file)));
      case GO_CODE -> sign == tool || sign == FoundTool.GOOSE;
      default -> sign == tool;
    };
  }
}
