package dev.deed.engine.find;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the folders of a repository that hold migrations, by what is in their files. A folder's
/// name alone never makes it one.
public final class MigrationSearch {

  private static final Pattern MIGRATION_FOLDER =
      Pattern.compile("(?i).*(migrat|changelog|changes|liquibase|flyway|evolutions|deltas?).*|sql");
  private static final Pattern WAY_BACK = Pattern.compile("(?i)downs?|rollbacks?|undo|reverts?");

  /// `thing--1.0.sql`, `thing--1.0--1.1.sql`.
  private static final Pattern OF_EXTENSION =
      Pattern.compile("\\w[\\w-]*?--\\d[^-]*(--\\d.*)?\\.sql");

  /// `patch-users.sql`, which is run by a program that knows when.
  private static final Pattern CHANGE =
      Pattern.compile("(?i)(?:patch|update|upgrade|alter|migrate?|change)[._-].*");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?:sample|example|demo)[_-].*|.*[_-](?:samples?|examples?|demo)");

  /// Of a changelog that may go on after what the search has read of it.
  private static final int LONG = 65_000;

  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test tests testing testdata test-data test_data __tests__ spec specs fixtures fixture e2e example"
              .concat(
                  " examples sample samples demo demos docs doc benchmark benchmarks bench templates template"
                      + " integration-tests integration_tests testutil testutils mocks mock integrationtest it"
                      + " seed seeds seeders seed-data seed_data t xt")
              .split(" "));

  /// @param folders those for PostgreSQL, the largest first
  public record Found(List<FoundFolder> folders, List<LeftOut> leftOut) {
    public Found {
      folders = List.copyOf(folders);
      leftOut = List.copyOf(leftOut);
    }
  }

  private final SearchedFiles files;
  private final FolderTool tools;
  private final List<FoundFolder> found = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> ofTools = new HashSet<>();

  /// Scripts that are worth a word only where nothing else is found.
  private final List<LeftOut> others = new ArrayList<>();

  private MigrationSearch(SearchedFiles files) {
    this.files = files;
    this.tools = new FolderTool(files);
  }

  /// Whether the search wants to see the beginning of the text, not only the name.
  public static boolean isRead(String path) {
    var name = RepositoryFile.nameOf(path);
    if (RepositoryFile.isScript(name)) {
      return true;
    }
    return switch (Signs.endingOf(name)) {
      case "py", "js", "ts", "cjs", "mjs", "rb", "exs", "cs", "php", "go", "xml", "yaml", "yml" ->
          MIGRATION_FOLDER.matcher(path).matches()
              || name.equals("config.yaml")
              || isIn(path, "versions", "db", "alembic", "alterations");
      case "json" ->
          name.equals("_journal.json")
              || name.equals("package.json")
              || path.contains("changelog")
              || isNumberedIn(path, name);
      case "toml" ->
          name.equals("migration_lock.toml")
              || name.equals("Cargo.toml")
              || isNumberedIn(path, name);
      default -> OrderFile.isNamed(name) || FolderTool.isNamedAsShellStep(name);
    };
  }

  /// Whether more than the beginning says something: a changelog names files.
  public static boolean isReadWhole(String path) {
    return OrderFile.isNamed(RepositoryFile.nameOf(path))
        || (Set.of("xml", "yaml", "yml", "json").contains(Signs.endingOf(path)) && isRead(path));
  }

  private static boolean isNumberedIn(String path, String name) {
    return Character.isDigit(name.charAt(0)) && MIGRATION_FOLDER.matcher(path).matches();
  }

  private static boolean isIn(String path, String... folders) {
    var parts = List.of(path.split("/"));
    return Stream.of(folders).anyMatch(parts::contains);
  }

  public static Found in(Collection<RepositoryFile> files) {
    var search = new MigrationSearch(new SearchedFiles(files));
    var layouts = OwnLayouts.in(search.files);
    search.found.addAll(layouts.folders());
    search.leftOut.addAll(layouts.leftOut());
    search.findOthers();
    return search.sorted();
  }

  /// Folders with a file that lists their scripts in order.
  private void findListed() {
    for (var folder : List.copyOf(files.byFolder().keySet())) {
      var order = files.order(folder).orElse(null);
      if (order == null) {
        continue;
      }
      var listed =
          order.scripts().stream()
              .map(path -> Objects.requireNonNull(files.get(RepositoryFile.join(folder, path))))
              .filter(files::isFree)
              .toList();
      if (listed.stream().anyMatch(FolderTool::defines)
          && listed.stream().allMatch(file -> Signs.of(file) == null)) {
        addFiles(folder, FoundTool.SQL, listed);
        files.take(files.below(folder, ".sql"));
        ofTools.add(folder);
      }
    }
  }

  /// All files that no layout has taken, folder by folder.
  private void findOthers() {
    findListed();
    for (var versions : VersionFolders.in(files.byFolder(), this::isFreeScript)) {
      if (Product.named(versions.root()) == null && versions.areSnapshots()) {
        var folder = folder(versions.root(), FoundTool.SQL, versions.files(), "");
        leftOut.add(new LeftOut(folder, "each folder has the whole schema of one version"));
      } else {
        addFiles(versions.root(), FoundTool.SQL, versions.files());
      }
      files.take(versions.files().stream().map(RepositoryFile::path).toList());
      files.take(files.sql(versions.root()));
    }
    var gathered = new TreeMap<String, Map<FoundTool, List<RepositoryFile>>>();
    for (var folder : files.byFolder().entrySet()) {
      var free = folder.getValue().stream().filter(files::isFree).toList();
      var tool = tools.of(folder.getKey(), free);
      if (tool != null) {
        gathered
            .computeIfAbsent(rootOf(folder.getKey(), tool), _ -> new TreeMap<>())
            .computeIfAbsent(tool, _ -> new ArrayList<>())
            .addAll(free.stream().filter(file -> FolderTool.isOf(tool, file)).toList());
        if (tool == FoundTool.UNKNOWN) {
          unordered(folder.getKey(), free);
        }
      } else {
        unordered(folder.getKey(), free);
      }
    }
    ProductOverlay.join(gathered);
    joinNested(gathered);
    ofChangelogs(gathered);
    gathered.values().stream()
        .map(byTool -> byTool.get(FoundTool.LIQUIBASE))
        .filter(Objects::nonNull)
        .forEach(this::unnamed);
    gathered.forEach((root, byTool) -> {
      if (!byTool.isEmpty()) {
        ofTools.add(root);
      }
    });
    gathered.forEach((root, byTool) -> byTool.forEach((tool, own) -> addFiles(root, tool, own)));
    parted();
  }

  /// Scripts whose names do not say in which order they run, if at all.
  private void unordered(String folder, List<RepositoryFile> free) {
    var scripts = free.stream().filter(RepositoryFile::isScript).toList();
    if (isTestData(folder) || scripts.stream().noneMatch(FolderTool::defines)) {
      return;
    }
    var names = scripts.stream().map(RepositoryFile::name).toList();
    if (names.stream().anyMatch(name -> OF_EXTENSION.matcher(name).matches())) {
      leaveOut(
          folder, FoundTool.SQL, scripts, "scripts of an extension, which CREATE EXTENSION runs");
      return;
    }
    var ours = names.stream().filter(Product::isPostgresFile).count();
    var isOfSeveral = ours > 0 && names.stream().anyMatch(name -> Product.named(name) != null);
    var isOfSteps =
        names.stream().filter(name -> UpgradeScripts.step(name).isPresent()).count() > 1;
    if (isOfSeveral || isOfSteps) {
      leftOut.add(
          new LeftOut(
              folder(folder, FoundTool.SQL, scripts, ""),
              "%s%s: no version is at the beginning of the names"
                  .formatted(
                      isOfSteps ? "steps from version to version" : "scripts",
                      isOfSeveral
                          ? " for several products (%d for PostgreSQL)".formatted(ours)
                          : "")));
    } else {
      var product = Product.named(folder);
      (names.stream().filter(name -> CHANGE.matcher(name).matches()).count() > 1 ? leftOut : others)
          .add(
              new LeftOut(
                  folder(folder, FoundTool.SQL, scripts, ""),
                  product == null
                      ? "scripts whose names say no order"
                      : "for " + product.titleIn(folder)));
    }
  }

  private boolean isFreeScript(RepositoryFile file) {
    return file.isScript() && files.isFree(file) && FolderTool.defines(file);
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
    return files.paths(path ->
        path.startsWith(start)
            && !own.contains(path)
            && FolderTool.isOfFlyway(RepositoryFile.nameOf(path)));
  }

  /// Where a folder and one below it have migrations of a tool that looks into folders below, they
  /// are one.
  private static void joinNested(Map<String, Map<FoundTool, List<RepositoryFile>>> gathered) {
    for (var root : List.copyOf(gathered.keySet())) {
      for (var tool : List.of(FoundTool.FLYWAY, FoundTool.LIQUIBASE, FoundTool.SQL)) {
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

  /// Plain SQL below a changelog of Liquibase is run as the changelog says.
  private void ofChangelogs(Map<String, Map<FoundTool, List<RepositoryFile>>> gathered) {
    gathered.forEach((root, byTool) -> {
      var above = RepositoryFile.folderOf(root);
      while (!above.isEmpty() && !has(gathered, above, FoundTool.LIQUIBASE)) {
        above = RepositoryFile.folderOf(above);
      }
      var scripts = has(gathered, above, FoundTool.LIQUIBASE) ? byTool.remove(FoundTool.SQL) : null;
      if (scripts != null) {
        leaveOut(root, FoundTool.SQL, scripts, "run by the changelog above them, if it names them");
      }
    });
  }

  /// SQL next to changelogs that none of them names.
  private void unnamed(List<RepositoryFile> files) {
    var changelogs = files.stream().filter(file -> Signs.of(file) == FoundTool.LIQUIBASE).toList();
    var heads = changelogs.stream().map(RepositoryFile::head).toList();
    if (heads.stream().anyMatch(head -> head.contains("includeAll") || head.length() > LONG)) {
      return;
    }
    var others =
        files.stream()
            .filter(file -> Signs.of(file) == null)
            .filter(file -> heads.stream().noneMatch(head -> head.contains(file.name())))
            .toList();
    files.removeAll(others);
    others.stream()
        .collect(groupingBy(RepositoryFile::folder))
        .forEach((folder, some) ->
            leaveOut(folder, FoundTool.SQL, some, "named by no changelog next to them"));
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

  private void addFiles(String root, FoundTool tool, List<RepositoryFile> all) {
    var own = tool == FoundTool.SQL ? migrations(root, all) : ofPostgres(root, tool, all);
    var ours = own.stream().filter(file -> Product.named(file.name()) == null).toList();
    var reason =
        switch (tool) {
          case FLYWAY -> "names like V1__name.sql";
          case GOLANG_MIGRATE, SQLX -> "versions at the beginning of names, and SQL that creates";
          case SQL ->
              files
                  .order(root)
                  .map(order -> "order in " + order.name())
                  .orElseGet(() -> reason(ours));
          default -> "what %s writes into its files".formatted(tool.word());
        };
    var folder = folder(root, tool, (ours.isEmpty() ? own : ours), reason);
    var product = Product.named(root);
    var texts =
        Stream.concat(folder.scripts().stream(), structure(root, tool))
            .map(path -> Objects.requireNonNull(files.get(path)).head())
            .toList();
    if (tool == FoundTool.SQL && isWayBack(root)) {
      leftOut.add(new LeftOut(folder, "the way back of other files"));
      return;
    }
    if (tool == FoundTool.RAILS && RepositoryFile.nameOf(root).equals("data")) {
      leftOut.add(new LeftOut(folder, "changes of rows, which rails db:migrate does not run"));
      return;
    }
    var other = product == null && Product.isPostgresIn(root) ? null : product;
    if (product == null && !Product.isPostgresIn(root)) {
      other = Product.ofTexts(texts);
    }
    if (other == null
        && folder.scripts().isEmpty()
        && Product.isForClickHouse(heads(folder.others()))) {
      other = Product.CLICKHOUSE;
    }
    if (ours.isEmpty() && !own.isEmpty()) {
      other = Product.named(own.getFirst().name());
    }
    if (other != null) {
      leftOut.add(new LeftOut(folder, "for " + other.titleIn(root)));
    } else if (tool == FoundTool.SQL && hasOneForPostgres(root)) {
      leftOut.add(new LeftOut(folder, "for products without a folder of their own"));
    } else if (folder.size() > 0) {
      found.add(folder);
    }
  }

  /// `archives` next to `postgres/archives`.
  private boolean hasOneForPostgres(String root) {
    var above = RepositoryFile.folderOf(root);
    var name = RepositoryFile.nameOf(root);
    return !Product.isPostgresIn(root)
        && files.byFolder().keySet().stream()
            .filter(folder -> !folder.equals(root) && RepositoryFile.nameOf(folder).equals(name))
            .filter(
                folder -> RepositoryFile.folderOf(RepositoryFile.folderOf(folder)).equals(above))
            .filter(folder ->
                Product.isPostgres(RepositoryFile.nameOf(RepositoryFile.folderOf(folder))))
            .flatMap(folder -> files.in(folder).stream())
            .anyMatch(file -> files.has(RepositoryFile.join(root, file.name())));
  }

  private List<String> heads(List<String> paths) {
    return paths.stream().map(path -> Objects.requireNonNull(files.get(path)).head()).toList();
  }

  private static String reason(List<RepositoryFile> scripts) {
    var isNumbered =
        scripts.stream().anyMatch(file -> FolderTool.NUMBERED.matcher(file.name()).matches());
    return isNumbered
        ? "versions at the beginning of names, and SQL that creates"
        : "versions in the names, and SQL that creates";
  }

  /// Without the files for other products, where there are some for PostgreSQL.
  private List<RepositoryFile> ofPostgres(String root, FoundTool tool, List<RepositoryFile> all) {
    if (tool != FoundTool.GOLANG_MIGRATE && tool != FoundTool.SQLX) {
      return all;
    }
    var texts = texts(root, all);
    var others = OtherProducts.in(texts.keySet(), path -> texts.getOrDefault(path, ""));
    if (others.size() == texts.size()) {
      return all;
    }
    OtherProducts.byFolder(others)
        .forEach((_, products) ->
            leaveOut(
                root,
                tool,
                all.stream().filter(file -> others.containsKey(within(root, file.path()))).toList(),
                "for " + products));
    var programs =
        VersionedPrograms.among(
            files.in(root).stream().map(RepositoryFile::path).toList(),
            all.stream().map(RepositoryFile::path).toList());
    return Stream.concat(
            all.stream().filter(file -> !others.containsKey(within(root, file.path()))),
            files.in(root).stream().filter(file -> programs.contains(file.path())))
        .toList();
  }

  private void leaveOut(String root, FoundTool tool, List<RepositoryFile> some, String reason) {
    leftOut.add(new LeftOut(folder(root, tool, some, ""), reason));
  }

  private static String within(String root, String path) {
    return root.isEmpty() ? path : path.substring(root.length() + 1);
  }

  /// By their paths in the folder.
  private static Map<String, String> texts(String root, List<RepositoryFile> all) {
    return all.stream().collect(toMap(file -> within(root, file.path()), RepositoryFile::head));
  }

  /// All that is read of a folder of plain SQL: what is below it, too, without what is no
  /// migration.
  private List<RepositoryFile> migrations(String root, List<RepositoryFile> all) {
    var start = root.isEmpty() ? "" : root + "/";
    var wanted = new TreeMap<String, RepositoryFile>();
    all.forEach(file -> wanted.put(file.path(), file));
    files.all().stream()
        .filter(file -> file.path().startsWith(start) && file.isScript())
        .filter(file -> files.isFree(file) && !isOfOthers(root, file.folder()))
        .forEach(file -> wanted.put(file.path(), file));
    var texts = texts(root, List.copyOf(wanted.values()));
    var aside = PlainFolder.aside(texts, files.order(root));
    if (aside.size() == texts.size()) {
      return all;
    }
    for (var one : new LinkedHashSet<>(aside.values())) {
      var some =
          wanted.values().stream()
              .filter(file -> one.equals(aside.get(within(root, file.path()))))
              .toList();
      var folder = one.isFolder() ? RepositoryFile.join(root, one.place()) : root;
      leaveOut(
          folder, FoundTool.SQL, some, one.isFolder() ? one.reason() : "which " + one.reason());
    }
    wanted.keySet().removeIf(path -> aside.containsKey(within(root, path)));
    var directions =
        Directions.of(wanted.keySet().stream().filter(RepositoryFile::isScript).toList());
    wanted.keySet().removeIf(path -> directions.downs().containsValue(path));
    var below =
        files.all().stream()
            .map(RepositoryFile::path)
            .filter(path -> path.startsWith(start))
            .toList();
    VersionedPrograms.among(below, List.copyOf(wanted.keySet()))
        .forEach(path -> wanted.put(path, Objects.requireNonNull(files.get(path))));
    return List.copyOf(wanted.values());
  }

  /// Whether a folder below is that of another tool, which reads it itself.
  private boolean isOfOthers(String root, String folder) {
    for (var at = folder; at.length() > root.length(); at = RepositoryFile.folderOf(at)) {
      if (ofTools.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /// A folder such as `down`, next to the files or to their folder `up`.
  private boolean isWayBack(String root) {
    var above = RepositoryFile.folderOf(root);
    return WAY_BACK.matcher(RepositoryFile.nameOf(root)).matches()
        && (!files.sql(above).isEmpty()
            || files.byFolder().keySet().stream()
                .anyMatch(folder ->
                    folder.matches("(?i)" + Pattern.quote(above) + "/(up|deploy|apply)s?")));
  }

  /// The schema that Rails' migrations leave shows for which product they are.
  private Stream<String> structure(String root, FoundTool tool) {
    var path = RepositoryFile.folderOf(root) + "/structure.sql";
    return tool == FoundTool.RAILS && files.has(path) ? Stream.of(path) : Stream.empty();
  }

  private static FoundFolder folder(
      String root, FoundTool tool, List<RepositoryFile> files, String reason) {
    var paths = files.stream().map(RepositoryFile::path).sorted().toList();
    return new FoundFolder(
        root,
        tool,
        paths.stream().filter(RepositoryFile::isScript).toList(),
        paths.stream().filter(path -> !RepositoryFile.isScript(path)).toList(),
        reason);
  }

  /// Test data counts only where nothing else is found.
  private Found sorted() {
    var real = found.stream().filter(folder -> !isTestData(folder.path())).toList();
    var folders = real.isEmpty() ? found : real;
    var left = new ArrayList<>(found.isEmpty() && leftOut.isEmpty() ? others : leftOut);
    if (!real.isEmpty()) {
      found.stream()
          .filter(folder -> isTestData(folder.path()))
          .forEach(folder ->
              left.add(new LeftOut(folder, "in a folder for tests, examples or first rows")));
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
