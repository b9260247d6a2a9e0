package dev.deed.engine.find;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the folders of a repository that hold migrations, by what is in their files. A folder's
/// name alone never makes it one.
public final class MigrationSearch {

  private static final Pattern FLYWAY =
      Pattern.compile("(?:[VUB]\\d[\\d._-]*|R)__.+\\.(sql|java|kt|groovy)");
  private static final Pattern PAIR = Pattern.compile("\\d+([_.-].*)?\\.(up|down)\\.sql");
  private static final Pattern UP = Pattern.compile("\\d+([_.-].*)?\\.up\\.sql");
  private static final Pattern DOWN = Pattern.compile(".*[._-](?:down|rollback|undo|revert)\\.sql");
  private static final Pattern NUMBERED = Pattern.compile("[vV]?\\d+([._-].*)?\\.sql");
  private static final Pattern TIMED_FOLDER = Pattern.compile("\\d{4,}.*|0+_.*");

  /// Milliseconds, or a date with the time of the day: no other files are named so.
  private static final Pattern TIMED = Pattern.compile("\\d{13,17}[_-].*\\.sql");

  private static final Pattern DEFINITION =
      Pattern.compile(
          "\\b(CREATE|ALTER|DROP|RENAME)\\s+((OR REPLACE|UNIQUE|TEMP|UNLOGGED|MATERIALIZED)\\s+)*"
              + "(TABLE|INDEX|VIEW|TYPE|FUNCTION|SCHEMA|SEQUENCE|EXTENSION|TRIGGER|DOMAIN|POLICY)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MIGRATION_FOLDER =
      Pattern.compile("(?i).*(migrat|changelog|changes|liquibase|flyway|evolutions|deltas?).*|sql");
  private static final Pattern PROVIDER =
      Pattern.compile("(?:provider\\s*=\\s*|\"dialect\"\\s*:\\s*)\"(\\w+)\"");
  private static final Pattern WAY_BACK = Pattern.compile("(?i)downs?|rollbacks?|undo|reverts?");

  private static final Pattern PROGRAM =
      Pattern.compile("\\d{3,}[_-](?!.*\\.(?:d|test|spec)\\.).*\\.(?:py|[cm]?[jt]s|rb|exs|php)");

  /// Programs of a tool that no sign names.
  private static final Pattern VERSIONED_PROGRAM =
      Pattern.compile(
          "[vV]?\\d[\\w.]*[_.-](?!.*\\.(?:d|test|spec)\\.).*\\.(?:py|[cm]?[jt]s|rb|exs|php)");

  private static final Pattern PROGRAM_FOLDER =
      Pattern.compile("(?i)(?:.*/)?(?:(?:\\w+[_-])?migrations?|migrate|alterations)(?:/.*)?");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?:sample|example|demo)[_-].*|.*[_-](?:samples?|examples?|demo)");
  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test tests testing testdata test-data test_data __tests__ spec specs fixtures fixture e2e example"
              .concat(
                  " examples sample samples demo demos docs doc benchmark benchmarks bench templates template"
                      + " integration-tests integration_tests testutil testutils mocks mock integrationtest it")
              .split(" "));

  /// @param folders those for PostgreSQL, the largest first
  public record Found(List<FoundFolder> folders, List<LeftOut> leftOut) {
    public Found {
      folders = List.copyOf(folders);
      leftOut = List.copyOf(leftOut);
    }
  }

  private final Map<String, List<RepositoryFile>> byFolder = new TreeMap<>();
  private final Map<String, RepositoryFile> byPath = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<FoundFolder> found = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private MigrationSearch(Collection<RepositoryFile> files) {
    for (var file : files) {
      byFolder.computeIfAbsent(file.folder(), _ -> new ArrayList<>()).add(file);
      byPath.put(file.path(), file);
    }
  }

  /// Whether the search wants to see the beginning of the text, not only the name.
  public static boolean isRead(String path) {
    var name = RepositoryFile.nameOf(path);
    return switch (Signs.endingOf(name)) {
      case "sql" -> true;
      case "py", "js", "ts", "cjs", "mjs", "rb", "exs", "cs", "php", "go", "xml", "yaml", "yml" ->
          MIGRATION_FOLDER.matcher(path).matches()
              || isIn(path, "versions", "db", "alembic", "alterations");
      case "json" ->
          name.equals("_journal.json") || name.equals("package.json") || path.contains("changelog");
      case "toml" -> name.equals("migration_lock.toml") || name.equals("Cargo.toml");
      default -> false;
    };
  }

  private static boolean isIn(String path, String... folders) {
    var parts = List.of(path.split("/"));
    return Stream.of(folders).anyMatch(parts::contains);
  }

  public static Found in(Collection<RepositoryFile> files) {
    var search = new MigrationSearch(files);
    search.findLayouts();
    search.findAlembic();
    search.findOthers();
    return search.sorted();
  }

  /// Tools that lay out files in a way of their own.
  private void findLayouts() {
    for (var file : List.copyOf(byPath.values())) {
      var folder = file.folder();
      switch (file.name()) {
        case "sqitch.plan" ->
            add(
                folder,
                FoundTool.SQITCH,
                below(folder + "/deploy", ".sql"),
                "sqitch.plan",
                below(folder, ".sql"));
        case "_journal.json" -> drizzle(file);
        case "migration_lock.toml" ->
            addFor(
                provider(file),
                folder,
                FoundTool.PRISMA,
                below(folder, "/migration.sql"),
                "migration_lock.toml and a folder for each migration.sql");
        default -> {}
      }
    }
    var nested = new TreeMap<String, List<RepositoryFile>>();
    for (var file : byPath.values()) {
      var name = file.name();
      var parent = RepositoryFile.nameOf(file.folder());
      if ((name.equals("migration.sql") || name.equals("up.sql"))
          && TIMED_FOLDER.matcher(parent).matches()
          && !taken.contains(file.path())) {
        var root = RepositoryFile.folderOf(file.folder());
        nested.computeIfAbsent(root, _ -> new ArrayList<>()).add(file);
      }
    }
    nested.forEach(this::addNested);
    for (var folder : List.copyOf(byFolder.keySet())) {
      if (RepositoryFile.nameOf(folder).equals("committed")
          && hasSign(folder, FoundTool.GRAPHILE_MIGRATE)) {
        add(
            RepositoryFile.folderOf(folder),
            FoundTool.GRAPHILE_MIGRATE,
            sql(folder),
            "committed/ with --! Previous: lines",
            sql(RepositoryFile.folderOf(folder)));
      }
    }
  }

  private void drizzle(RepositoryFile journal) {
    var folder = RepositoryFile.folderOf(journal.folder());
    if (RepositoryFile.nameOf(journal.folder()).equals("meta")) {
      addFor(provider(journal), folder, FoundTool.DRIZZLE, sql(folder), "meta/_journal.json");
    }
  }

  private static String provider(RepositoryFile file) {
    var match = PROVIDER.matcher(file.head());
    return match.find() ? match.group(1) : "postgresql";
  }

  private void addFor(
      String provider, String folder, FoundTool tool, List<String> scripts, String reason) {
    var product = Product.named(provider);
    if (scripts.isEmpty() || product == null) {
      add(folder, tool, scripts, reason, List.of());
    } else {
      taken.addAll(scripts);
      leftOut.add(
          new LeftOut(
              new FoundFolder(folder, tool, scripts, List.of(), reason), "for " + product.title()));
    }
  }

  private void addNested(String root, List<RepositoryFile> files) {
    var paths = files.stream().map(RepositoryFile::path).sorted().toList();
    var isUp = files.getFirst().name().equals("up.sql");
    var hasSnapshots =
        files.stream().anyMatch(file -> byPath.containsKey(file.folder() + "/snapshot.json"));
    var tool = isUp ? FoundTool.DIESEL : hasSnapshots ? FoundTool.DRIZZLE : FoundTool.PRISMA;
    var reason =
        isUp ? "a folder with up.sql for each migration" : "a folder with migration.sql for each";
    var other = productOf(root, files);
    add(root, tool, other == null ? paths : List.of(), reason, below(root, "/down.sql"));
    if (other != null) {
      taken.addAll(paths);
      leftOut.add(
          new LeftOut(
              new FoundFolder(root, tool, paths, List.of(), reason), "for " + other.title()));
    }
  }

  private static @Nullable Product productOf(String root, List<RepositoryFile> files) {
    if (isForPostgres(root)) {
      return null;
    }
    var named = Product.named(root);
    return named == null
        ? Product.ofTexts(files.stream().map(RepositoryFile::head).toList())
        : named;
  }

  private boolean hasSign(String folder, FoundTool tool) {
    return byFolder.getOrDefault(folder, List.of()).stream()
        .anyMatch(file -> Signs.of(file) == tool);
  }

  /// The folder of `env.py`, which may have its revisions in several folders below.
  private void findAlembic() {
    var revisions = new TreeMap<String, List<String>>();
    for (var file : byPath.values()) {
      if (file.path().endsWith(".py") && Signs.of(file) == FoundTool.ALEMBIC) {
        revisions
            .computeIfAbsent(alembicRoot(file.folder()), _ -> new ArrayList<>())
            .add(file.path());
      }
    }
    revisions.forEach((root, files) -> {
      taken.addAll(files);
      found.add(
          new FoundFolder(
              root,
              FoundTool.ALEMBIC,
              List.of(),
              files.stream().sorted().toList(),
              "revisions with down_revision"));
    });
  }

  private String alembicRoot(String revisions) {
    for (var folder = revisions; !folder.isEmpty(); folder = RepositoryFile.folderOf(folder)) {
      if (byPath.containsKey(folder + "/env.py")) {
        return folder;
      }
    }
    return revisions;
  }

  /// All files that no layout has taken, folder by folder.
  private void findOthers() {
    for (var versions : VersionFolders.in(byFolder, this::isFreeScript)) {
      if (Product.named(versions.root()) == null && versions.areSnapshots()) {
        var folder = folder(versions.root(), FoundTool.SQL, versions.files(), "");
        leftOut.add(new LeftOut(folder, "each folder has the whole schema of one version"));
      } else {
        addFiles(versions.root(), FoundTool.SQL, versions.files());
      }
      versions.files().forEach(file -> taken.add(file.path()));
    }
    var gathered = new TreeMap<String, Map<FoundTool, List<RepositoryFile>>>();
    for (var folder : byFolder.entrySet()) {
      var files = folder.getValue().stream().filter(file -> !taken.contains(file.path())).toList();
      var tool = toolOf(folder.getKey(), files);
      if (tool != null) {
        gathered
            .computeIfAbsent(rootOf(folder.getKey(), tool), _ -> new TreeMap<>())
            .computeIfAbsent(tool, _ -> new ArrayList<>())
            .addAll(files.stream().filter(file -> isOf(tool, file)).toList());
      }
    }
    joinNested(gathered);
    gathered.forEach((root, tools) -> tools.forEach((tool, files) -> addFiles(root, tool, files)));
    parted();
  }

  private boolean isFreeScript(RepositoryFile file) {
    return file.name().endsWith(".sql")
        && !taken.contains(file.path())
        && DEFINITION.matcher(file.head()).find();
  }

  private void parted() {
    for (var folder : List.copyOf(found)) {
      if (folder.tool() == FoundTool.FLYWAY) {
        VendorFolders.of(folder, strangers(folder))
            .ifPresent(parts -> {
              found.remove(folder);
              found.addAll(parts.folders());
              leftOut.addAll(parts.leftOut());
            });
      }
    }
  }

  private List<String> strangers(FoundFolder folder) {
    var own = new HashSet<>(folder.scripts());
    own.addAll(folder.others());
    var start = folder.path().isEmpty() ? "" : folder.path() + "/";
    return paths(path ->
        path.startsWith(start)
            && !own.contains(path)
            && FLYWAY.matcher(RepositoryFile.nameOf(path)).matches());
  }

  /// Where a folder and one below it have migrations of a tool that looks into folders below, they
  /// are one.
  private static void joinNested(Map<String, Map<FoundTool, List<RepositoryFile>>> gathered) {
    for (var root : List.copyOf(gathered.keySet())) {
      for (var tool : List.of(FoundTool.FLYWAY, FoundTool.LIQUIBASE)) {
        var above = RepositoryFile.folderOf(root);
        while (!above.isEmpty() && !has(gathered, above, tool)) {
          above = RepositoryFile.folderOf(above);
        }
        if (has(gathered, root, tool)
            && has(gathered, above, tool)
            && !above.equals(root)
            && Product.named(root) == Product.named(above)) {
          var files = Objects.requireNonNull(gathered.get(root)).remove(tool);
          var joined = Objects.requireNonNull(gathered.get(above)).get(tool);
          if (files != null && joined != null) {
            joined.addAll(files);
          }
        }
      }
    }
  }

  private static boolean has(
      Map<String, Map<FoundTool, List<RepositoryFile>>> gathered, String root, FoundTool tool) {
    return gathered.getOrDefault(root, Map.of()).containsKey(tool);
  }

  /// Flyway and Liquibase look into folders below.
  private static String rootOf(String folder, FoundTool tool) {
    if (tool != FoundTool.FLYWAY && tool != FoundTool.LIQUIBASE) {
      return folder;
    }
    var root = folder;
    for (var at = folder; !at.isEmpty(); at = RepositoryFile.folderOf(at)) {
      var name = RepositoryFile.nameOf(at);
      if (Product.named(name) != null || Product.isPostgres(name)) {
        return root;
      }
      if (MIGRATION_FOLDER.matcher(name).matches()) {
        root = at;
      }
    }
    return root;
  }

  private @Nullable FoundTool toolOf(String folder, List<RepositoryFile> files) {
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
    var scripts = files.stream().filter(file -> file.path().endsWith(".sql")).toList();
    // Java alone is next to SQL in another folder.
    if (files.stream().anyMatch(file -> FLYWAY.matcher(file.name()).matches())) {
      return FoundTool.FLYWAY;
    }
    var isPairs = scripts.stream().anyMatch(file -> UP.matcher(file.name()).matches());
    var isTimed = scripts.stream().anyMatch(file -> TIMED.matcher(file.name()).matches());
    if (isTimed && isNamedIn("package.json", "\"node-pg-migrate\"", folder)) {
      return FoundTool.NODE_PG_MIGRATE;
    }
    if (!isPairs
        && !isTimed
        && scripts.stream().noneMatch(file -> DEFINITION.matcher(file.head()).find())) {
      return null;
    }
    if (isPairs) {
      // golang-migrate has pairs only; SQLx has files of one direction too.
      var isMixed = scripts.stream().anyMatch(MigrationSearch::isSingle);
      return isMixed || isOfSqlx(folder) ? FoundTool.SQLX : FoundTool.GOLANG_MIGRATE;
    }
    var isNumbered = scripts.stream().anyMatch(file -> NUMBERED.matcher(file.name()).matches());
    if (isNumbered && isOfSqlx(folder)) {
      return FoundTool.SQLX;
    }
    return isNumbered || RepositoryFile.nameOf(folder).matches("(?i)migrations?|deltas?")
        ? FoundTool.SQL
        : null;
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
    return isNamedIn("Cargo.toml", "sqlx", folder);
  }

  /// Whether a program's manifest, at the folder or above it, names the tool.
  private boolean isNamedIn(String file, String tool, String folder) {
    for (var at = folder; ; at = RepositoryFile.folderOf(at)) {
      var manifest = byPath.get(at.isEmpty() ? file : at + "/" + file);
      if (manifest != null && manifest.head().contains(tool)) {
        return true;
      }
      if (at.isEmpty()) {
        return false;
      }
    }
  }

  private static boolean isOf(FoundTool tool, RepositoryFile file) {
    var name = file.name();
    var sign = Signs.of(file);
    return switch (tool) {
      case FLYWAY -> FLYWAY.matcher(name).matches();
      case LIQUIBASE -> sign == tool || name.endsWith(".sql");
      case SQL -> name.endsWith(".sql") && !DOWN.matcher(name).matches();
      case GOLANG_MIGRATE, SQLX -> name.endsWith(".sql");
      case DJANGO, RAILS, KNEX, TYPEORM, SEQUELIZE, DB_MIGRATE, ECTO, LARAVEL ->
          // The sign may be further down than the search reads.
          sign == tool || (sign == null && PROGRAM.matcher(name).matches());
      case NODE_PG_MIGRATE, GOOSE, DBMATE ->
          sign == tool || (name.endsWith(".sql") && NUMBERED.matcher(name).matches());
      case UNKNOWN -> VERSIONED_PROGRAM.matcher(name).matches() && Signs.hasWayUp(file);
      case GO_CODE -> sign == tool || sign == FoundTool.GOOSE;
      default -> sign == tool;
    };
  }

  private void addFiles(String root, FoundTool tool, List<RepositoryFile> files) {
    var ours = files.stream().filter(file -> Product.named(file.name()) == null).toList();
    var reason =
        switch (tool) {
          case FLYWAY -> "names like V1__name.sql";
          case GOLANG_MIGRATE, SQLX, SQL ->
              "versions at the beginning of names, and SQL that creates";
          default -> "what %s writes into its files".formatted(tool.word());
        };
    var folder = folder(root, tool, (ours.isEmpty() ? files : ours), reason);
    var product = Product.named(root);
    var texts =
        Stream.concat(folder.scripts().stream(), structure(root, tool))
            .map(path -> Objects.requireNonNull(byPath.get(path)).head())
            .toList();
    if (tool == FoundTool.SQL && isWayBack(root)) {
      leftOut.add(new LeftOut(folder, "the way back of other files"));
      return;
    }
    if (tool == FoundTool.RAILS && RepositoryFile.nameOf(root).equals("data")) {
      leftOut.add(new LeftOut(folder, "changes of rows, which rails db:migrate does not run"));
      return;
    }
    var other = product == null && isForPostgres(root) ? null : product;
    if (product == null && !isForPostgres(root)) {
      other = Product.ofTexts(texts);
    }
    if (ours.isEmpty() && !files.isEmpty()) {
      other = Product.named(files.getFirst().name());
    }
    if (other != null) {
      leftOut.add(new LeftOut(folder, "for " + other.title()));
    } else if (folder.size() > 0) {
      found.add(folder);
    }
    if (!ours.isEmpty() && ours.size() < files.size()) {
      var rest = files.stream().filter(file -> !ours.contains(file)).toList();
      leftOut.add(
          new LeftOut(folder(root, tool, rest, reason), "for products other than PostgreSQL"));
    }
  }

  /// A folder such as `down`, next to the files or to their folder `up`.
  private boolean isWayBack(String root) {
    var above = RepositoryFile.folderOf(root);
    return WAY_BACK.matcher(RepositoryFile.nameOf(root)).matches()
        && (!sql(above).isEmpty()
            || byFolder.keySet().stream()
                .anyMatch(folder ->
                    folder.matches("(?i)" + Pattern.quote(above) + "/(up|deploy|apply)s?")));
  }

  /// The schema that Rails' migrations leave shows for which product they are.
  private Stream<String> structure(String root, FoundTool tool) {
    var path = RepositoryFile.folderOf(root) + "/structure.sql";
    return tool == FoundTool.RAILS && byPath.containsKey(path) ? Stream.of(path) : Stream.empty();
  }

  private static boolean isForPostgres(String root) {
    return Stream.of(root.split("/")).anyMatch(Product::isPostgres);
  }

  private static FoundFolder folder(
      String root, FoundTool tool, List<RepositoryFile> files, String reason) {
    var paths = files.stream().map(RepositoryFile::path).sorted().toList();
    return new FoundFolder(
        root,
        tool,
        paths.stream().filter(path -> path.endsWith(".sql")).toList(),
        paths.stream().filter(path -> !path.endsWith(".sql")).toList(),
        reason);
  }

  /// @param also files that belong to the tool and are not migrations of their own
  private void add(
      String folder, FoundTool tool, List<String> scripts, String reason, List<String> also) {
    taken.addAll(scripts);
    taken.addAll(also);
    if (!scripts.isEmpty()) {
      found.add(new FoundFolder(folder, tool, scripts, List.of(), reason));
    }
  }

  private List<String> below(String folder, String ending) {
    var start =
        folder.isEmpty() || folder.equals("/deploy") ? folder.replaceFirst("^/", "") : folder;
    return paths(
        path -> (start.isEmpty() || path.startsWith(start + "/")) && path.endsWith(ending));
  }

  private List<String> sql(String folder) {
    return byFolder.getOrDefault(folder, List.of()).stream()
        .map(RepositoryFile::path)
        .filter(path -> path.endsWith(".sql"))
        .sorted()
        .toList();
  }

  private List<String> paths(Predicate<String> wanted) {
    return List.copyOf(byPath.keySet().stream().filter(wanted).collect(toCollection(TreeSet::new)));
  }

  /// Test data counts only where nothing else is found.
  private Found sorted() {
    var real = found.stream().filter(folder -> !isTestData(folder.path())).toList();
    var folders = real.isEmpty() ? found : real;
    var left = new ArrayList<>(leftOut);
    if (!real.isEmpty()) {
      found.stream()
          .filter(folder -> isTestData(folder.path()))
          .forEach(folder -> left.add(new LeftOut(folder, "in a folder for tests or examples")));
    }
    return new Found(
        folders.stream()
            .sorted(
                Comparator.comparing(FoundFolder::size)
                    .reversed()
                    .thenComparing(FoundFolder::path)
                    .thenComparing(FoundFolder::tool))
            .toList(),
        left.stream().sorted(Comparator.comparing(l -> l.folder().path())).toList());
  }

  private static boolean isTestData(String path) {
    return Stream.of(path.toLowerCase(Locale.ROOT).split("/"))
        .anyMatch(part -> TEST_FOLDERS.contains(part) || EXAMPLE.matcher(part).matches());
  }
}
