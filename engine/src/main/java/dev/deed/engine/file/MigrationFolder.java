package dev.deed.engine.file;

import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.tool.ToolFolder;
import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads `migrations/<database>/<service>/<version>_<slug>.sql`. A file with a mistake becomes a
/// finding; the other files are still read.
public final class MigrationFolder {

  static final RuleName FILE_NAME = new RuleName("file-name");
  public static final RuleName WRONG_FOLDER = FolderListing.WRONG_FOLDER;
  static final RuleName UNKNOWN_SERVICE = new RuleName("unknown-service");
  static final RuleName UNKNOWN_DATABASE = new RuleName("unknown-database");
  static final RuleName UNCLEAR_SECTION = new RuleName("unclear-section");

  private static final String MOVE =
      "move it to migrations/<database>/<service>/<version>_<slug>.sql";

  private final Layout layout;
  private final FileMemory memory;
  private final InOrder cores;
  private final MigrationFiles files;
  private final RepositoryBoundary boundary;
  private final FolderListing listing;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Spelt, MigrationParts> parts = new LinkedHashMap<>();

  private final List<Migration> ofTools = new ArrayList<>();

  /// `1` and `01` are one version and two files.
  private record Spelt(MigrationName name, String version) {}

  private MigrationFolder(Layout layout, FileMemory memory, InOrder cores) {
    this.layout = layout;
    this.memory = memory;
    this.cores = cores;
    this.files = new MigrationFiles(layout.base(), findings);
    this.boundary = boundary(layout);
    this.listing = new FolderListing(files, boundary, findings);
  }

  private static RepositoryBoundary boundary(Layout layout) {
    var boundary = RepositoryBoundary.around(layout.base());
    for (var folder : layout.folders().values()) {
      boundary = boundary.with(layout.base(), folder);
    }
    for (var tool : layout.tools()) {
      boundary = boundary.with(layout.base(), tool.folder());
    }
    return boundary;
  }

  /// @throws NoMigrations if none of the folders exists
  public static Migrations read(Layout layout) {
    return read(layout, FileMemory.NONE);
  }

  /// The same, without opening files that have not changed since they were remembered.
  public static Migrations read(Layout layout, FileMemory memory) {
    return read(layout, memory, InOrder.onAllCores());
  }

  static Migrations read(Layout layout, FileMemory memory, InOrder cores) {
    var folder = new MigrationFolder(layout, memory, cores);
    var existing = new TreeMap<>(layout.folders());
    existing.values().removeIf(path -> !Files.isDirectory(path));
    if (existing.isEmpty() && layout.tools().isEmpty()) {
      throw new NoMigrations(folder.shown(layout.folders()));
    }
    existing.forEach(folder::readDatabase);
    layout.folders().values().forEach(folder::refuseBroken);
    layout.tools().forEach(folder::readTool);
    folder.findUnknownDatabases(existing);
    return folder.migrations();
  }

  /// The name of the migration at this path, if the path is one of a migration; it need not exist.
  ///
  /// @param path relative to the layout's base
  static Optional<MigrationName> nameOf(Layout layout, SourceFile path) {
    return fileName(path).isEmpty() || isDown(path) ? Optional.empty() : place(layout, path);
  }

  private static boolean isDown(SourceFile path) {
    return fileName(path).filter(name -> name.part() == FileName.Part.DOWN).isPresent();
  }

  private static Optional<FileName> fileName(SourceFile path) {
    return FileName.of(path.path().substring(path.path().lastIndexOf('/') + 1));
  }

  private static Optional<MigrationName> place(Layout layout, SourceFile path) {
    var service = layout.base().resolve(path.path()).toAbsolutePath().normalize().getParent();
    if (service == null || service.getParent() == null) {
      return Optional.empty();
    }
    for (var folder : layout.folders().entrySet()) {
      if (isAt(folder.getValue(), service.getParent())) {
        var name = fileName(path).orElseThrow();
        var owner = new ServiceName(nameOf(service));
        return Optional.of(new MigrationName(folder.getKey(), owner, name.version(), name.slug()));
      }
    }
    return Optional.empty();
  }

  private Migrations migrations() {
    var migrations = new ArrayList<>(ofTools);
    for (var part : parts.values()) {
      part.migration(findings).ifPresent(migrations::add);
    }
    return new Migrations(migrations, findings.stream().distinct().toList());
  }

  private void readDatabase(DatabaseName database, Path folder) {
    if (!boundary.holds(folder)) {
      listing.leadsOut(folder);
      return;
    }
    var ofTools = OtherSources.in(folder, layout);
    var isInTool = ofTools.areAbove(folder);
    for (var entry : listing.of(folder)) {
      if (entry.isFolder()) {
        var isOfService =
            isInTool && layout.services().contains(new ServiceName(nameOf(entry.path())));
        if (isOfService || !ofTools.have(entry.path())) {
          readService(database, entry.path());
        }
      } else if (entry.isSql() && !isInTool) {
        found(WRONG_FOLDER, entry.path(), "this migration is not in a service's folder", MOVE);
      }
    }
  }

  private void readTool(ToolSource source) {
    var path = source.folder();
    if (!Files.isDirectory(path)) {
      found(
          MigrationRules.TOOL_FILES,
          path,
          "there is no folder %s, so no migration of %s is judged"
              .formatted(files.sourceFile(path), source.tool().title()),
          "correct the folder in schema-ownership.yaml");
    } else if (!boundary.holds(path)) {
      listing.leadsOut(path);
    } else {
      var before = findings.size();
      var read =
          ToolFolder.read(
              source,
              new FolderTree(
                  layout.base(),
                  source,
                  OtherSources.of(source, layout),
                  files,
                  listing,
                  boundary));
      ofTools.addAll(read.migrations());
      findings.addAll(read.findings());
      if (read.migrations().isEmpty() && findings.size() == before) {
        notOfTool(source);
      }
    }
  }

  /// A folder without anything may be new; with files, it is probably not one of that tool.
  private void notOfTool(ToolSource source) {
    var path = source.folder();
    if (listing.holds(path, _ -> true)) {
      found(
          MigrationRules.TOOL_FILES,
          path,
          "nothing in this folder is a migration of %s".formatted(source.tool().title()),
          "correct the tool or the folder in schema-ownership.yaml");
    }
  }

  /// A database's folder that is a broken link must not count as a database without migrations.
  private void refuseBroken(Path folder) {
    if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
      listing.broken(FolderEntry.of(folder));
    }
  }

  private void readService(DatabaseName database, Path folder) {
    var service = new ServiceName(nameOf(folder));
    var entries = listing.of(folder);
    if (!layout.services().contains(service) && entries.stream().anyMatch(FolderEntry::isSql)) {
      unknownService(service, folder);
    }
    var shown = files.sourceFile(folder);
    cores.each(
        entries,
        entry -> entry.isSql() ? OpenedFile.of(entry, shown, memory, files) : OpenedFile.not(entry),
        opened -> {
          if (opened.entry().isFolder()) {
            if (isOfTool(opened.entry().path())) {
              return;
            }
            refuseDeeper(opened.entry());
          } else if (opened.entry().isSql()) {
            readFile(database, service, opened);
          }
        });
  }

  private void readFile(DatabaseName database, ServiceName service, OpenedFile opened) {
    var name = opened.name();
    if (name == null) {
      var advice =
          "rename it to <version>_<slug>.sql, for example 20260129103000_add_preferences.sql";
      found(
          FILE_NAME,
          opened.entry().path(),
          "this is not the name of a migration file: expected <version>_<slug>.sql",
          advice);
      return;
    }
    if (opened.hasLongVersion()) {
      var advice = "use a timestamp of 14 digits (yyyyMMddHHmmss), or a smaller number";
      var message =
          "the version has more than 14 digits: every later timestamp would come before it";
      found(FILE_NAME, opened.entry().path(), message, advice);
      return;
    }
    findings.addAll(opened.findings());
    opened.keepIn(memory);
    var file = opened.file();
    if (file != null) {
      var migration = new MigrationName(database, service, name.version(), name.slug());
      parts
          .computeIfAbsent(
              new Spelt(migration, name.version().text()), key -> new MigrationParts(migration))
          .add(name.part(), file);
    }
  }

  /// At any depth, but not through a second link: two links may form a circle.
  private void refuseDeeper(FolderEntry folder) {
    for (var entry : listing.of(folder.path())) {
      if (entry.isSql()) {
        found(WRONG_FOLDER, entry.path(), "this migration is one folder too deep", MOVE);
      } else if (entry.isFolder() && !entry.isLink() && !isOfTool(entry.path())) {
        refuseDeeper(entry);
      }
    }
  }

  private boolean isOfTool(Path folder) {
    return layout.tools().stream().anyMatch(tool -> isAt(tool.folder(), folder));
  }

  private void unknownService(ServiceName service, Path folder) {
    var known = layout.services().stream().map(ServiceName::text).sorted().toList();
    var advice =
        Nearest.of(service.text(), known)
            .map("did you mean `%s`?"::formatted)
            .orElse("declare it under services: in schema-ownership.yaml, or move its files");
    found(UNKNOWN_SERVICE, folder, "there is no service `" + service + "`", advice);
  }

  /// Folders next to those of the databases that also contain services' migrations.
  private void findUnknownDatabases(Map<DatabaseName, Path> existing) {
    var known = new TreeSet<Path>();
    layout.folders().values().forEach(path -> known.add(path.toAbsolutePath().normalize()));
    layout.tools().forEach(tool -> known.add(tool.folder().toAbsolutePath().normalize()));
    var parents = new TreeSet<Path>();
    for (var folder : existing.values()) {
      var path = folder.toAbsolutePath().normalize();
      var parent = path.getParent();
      if (parent != null
          && existing.containsKey(new DatabaseName(nameOf(path)))
          && !parent.equals(base())
          && layout.tools().stream()
              .noneMatch(tool -> parent.startsWith(tool.folder().toAbsolutePath().normalize()))) {
        parents.add(parent);
      }
    }
    var siblings = new TreeMap<Path, FolderEntry>();
    for (var parent : parents) {
      listing.of(parent).forEach(entry -> siblings.put(entry.path(), entry));
    }
    siblings.keySet().removeIf(path -> known.contains(path.toAbsolutePath().normalize()));
    siblings.values().forEach(this::refuseUnknownDatabase);
  }

  private void refuseUnknownDatabase(FolderEntry entry) {
    if (entry.isSql()) {
      found(WRONG_FOLDER, entry.path(), "this migration is not in a database's folder", MOVE);
    } else if (entry.isFolder() && listing.holds(entry.path(), this::isOrHoldsSql)) {
      var known = layout.folders().keySet().stream().map(DatabaseName::text).sorted().toList();
      var advice =
          Nearest.of(entry.name(), known)
              .map("did you mean `%s`?"::formatted)
              .orElse("declare it under databases: in schema-ownership.yaml, or move its files");
      var message = "there is no database `%s`".formatted(entry.name());
      found(UNKNOWN_DATABASE, entry.path(), message, advice);
    }
  }

  private boolean isOrHoldsSql(FolderEntry entry) {
    return entry.isSql() || (entry.isFolder() && listing.holds(entry.path(), FolderEntry::isSql));
  }

  private Path base() {
    return layout.base().toAbsolutePath().normalize();
  }

  private static boolean isAt(Path folder, Path path) {
    return folder.toAbsolutePath().normalize().equals(path.toAbsolutePath().normalize());
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void found(RuleName rule, Path path, String message, String advice) {
    findings.add(Finding.error(rule, files.sourceFile(path), Span.NONE, message, advice));
  }

  private String shown(Map<DatabaseName, Path> folders) {
    return String.join(
        ", ",
        folders.values().stream().map(files::sourceFile).map(SourceFile::path).sorted().toList());
  }
}
