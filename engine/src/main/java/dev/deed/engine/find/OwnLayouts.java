package dev.deed.engine.find;

import dev.deed.engine.find.MigrationSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tools that lay out files in a way of their own: with a plan, a journal or a lock file, a folder
/// for each migration, or revisions that name each other.
final class OwnLayouts {

  private static final Pattern TIMED_FOLDER = Pattern.compile("\\d{4,}.*|0+_.*");
  private static final Pattern PROVIDER =
      Pattern.compile("(?:provider\\s*=\\s*|\"dialect\"\\s*:\\s*)\"(\\w+)\"");

  private final SearchedFiles files;
  private final List<FoundFolder> found = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private OwnLayouts(SearchedFiles files) {
    this.files = files;
  }

  /// What is found is taken.
  static Found in(SearchedFiles files) {
    var layouts = new OwnLayouts(files);
    layouts.find();
    layouts.findAlembic();
    return new Found(layouts.found, layouts.leftOut);
  }

  private void find() {
    for (var file : files.all()) {
      var folder = file.folder();
      switch (file.name()) {
        case "sqitch.plan", "pgpm.plan" -> sqitch(folder, file.name());
        case "_journal.json" -> drizzle(file);
        case "migration_lock.toml" ->
            addFor(
                provider(file),
                folder,
                FoundTool.PRISMA,
                files.below(folder, "/migration.sql"),
                "migration_lock.toml and a folder for each migration.sql");
        default -> {}
      }
    }
    var nested = new TreeMap<String, List<RepositoryFile>>();
    for (var file : files.all()) {
      var name = file.name();
      var parent = RepositoryFile.nameOf(file.folder());
      if ((name.equals("migration.sql") || name.equals("up.sql"))
          && TIMED_FOLDER.matcher(parent).matches()
          && files.isFree(file)) {
        var root = RepositoryFile.folderOf(file.folder());
        nested.computeIfAbsent(root, _ -> new ArrayList<>()).add(file);
      }
    }
    nested.forEach(this::addNested);
    for (var folder : files.byFolder().keySet()) {
      if (RepositoryFile.nameOf(folder).equals("committed")
          && hasSign(folder, FoundTool.GRAPHILE_MIGRATE)) {
        add(
            RepositoryFile.folderOf(folder),
            FoundTool.GRAPHILE_MIGRATE,
            files.sql(folder),
            "committed/ with --! Previous: lines",
            files.sql(RepositoryFile.folderOf(folder)));
      }
    }
  }

  private void sqitch(String folder, String plan) {
    var deploy = files.below(folder + "/deploy", ".sql");
    var other =
        productOf(folder, deploy.stream().map(files::get).filter(Objects::nonNull).toList());
    var title = other == null ? "" : other.titleIn(folder);
    add(
        folder,
        FoundTool.SQITCH,
        other == null ? deploy : List.of(),
        plan,
        files.below(folder, ".sql"));
    if (other != null && !deploy.isEmpty()) {
      leftOut.add(
          new LeftOut(
              new FoundFolder(folder, FoundTool.SQITCH, deploy, List.of(), plan), "for " + title));
    }
  }

  private void drizzle(RepositoryFile journal) {
    var folder = RepositoryFile.folderOf(journal.folder());
    if (RepositoryFile.nameOf(journal.folder()).equals("meta")) {
      addFor(provider(journal), folder, FoundTool.DRIZZLE, files.sql(folder), "meta/_journal.json");
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
      files.take(scripts);
      leftOut.add(
          new LeftOut(
              new FoundFolder(folder, tool, scripts, List.of(), reason), "for " + product.title()));
    }
  }

  private void addNested(String root, List<RepositoryFile> scripts) {
    var paths = scripts.stream().map(RepositoryFile::path).sorted().toList();
    var isUp = scripts.getFirst().name().equals("up.sql");
    var isHasura = isUp && files.isNamedIn("config.yaml", "metadata_directory:", root);
    var hasSnapshots =
        scripts.stream().anyMatch(file -> files.has(file.folder() + "/snapshot.json"));
    var tool = isUp ? FoundTool.DIESEL : hasSnapshots ? FoundTool.DRIZZLE : FoundTool.PRISMA;
    var reason =
        isUp
            ? "a folder with up.sql for each migration, as %s"
                .formatted(isHasura ? "Hasura has it" : "Diesel and Hasura have it")
            : "a folder with migration.sql for each";
    var other = productOf(root, scripts);
    files.take(files.below(root, "/down.sql"));
    files.take(paths);
    if (other == null) {
      var runner = isHasura ? "hasura" : tool.word();
      found.add(new FoundFolder(root, tool, paths, List.of(), reason, runner));
    } else {
      leftOut.add(
          new LeftOut(
              new FoundFolder(root, tool, paths, List.of(), reason), "for " + other.title()));
    }
  }

  private static @Nullable Product productOf(String root, List<RepositoryFile> scripts) {
    if (Product.isPostgresIn(root)) {
      return null;
    }
    var named = Product.named(root);
    return named == null
        ? Product.ofTexts(scripts.stream().map(RepositoryFile::head).toList())
        : named;
  }

  private boolean hasSign(String folder, FoundTool tool) {
    return files.in(folder).stream().anyMatch(file -> Signs.of(file) == tool);
  }

  /// The folder of `env.py`, which may have its revisions in several folders below.
  private void findAlembic() {
    var revisions = new TreeMap<String, List<String>>();
    for (var file : files.all()) {
      if (file.path().endsWith(".py") && Signs.of(file) == FoundTool.ALEMBIC) {
        revisions
            .computeIfAbsent(alembicRoot(file.folder()), _ -> new ArrayList<>())
            .add(file.path());
      }
    }
    revisions.forEach((root, programs) -> {
      files.take(programs);
      found.add(
          new FoundFolder(
              root,
              FoundTool.ALEMBIC,
              List.of(),
              programs.stream().sorted().toList(),
              "revisions with down_revision"));
    });
  }

  private String alembicRoot(String revisions) {
    for (var folder = revisions; !folder.isEmpty(); folder = RepositoryFile.folderOf(folder)) {
      if (files.has(folder + "/env.py")) {
        return folder;
      }
    }
    return revisions;
  }

  /// @param also files that belong to the tool and are not migrations of their own
  private void add(
      String folder, FoundTool tool, List<String> scripts, String reason, List<String> also) {
    files.take(scripts);
    files.take(also);
    if (!scripts.isEmpty()) {
      found.add(new FoundFolder(folder, tool, scripts, List.of(), reason));
    }
  }
}
