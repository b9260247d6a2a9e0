package dev.deed.engine.file;

import dev.deed.engine.tool.ToolSource;
import dev.deed.engine.tool.ToolTree;
import dev.deed.sql.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The files below a tool's folder on disk. Links that lead out of the repository, or back to a
/// folder that contains them, are reported and not followed.
final class FolderTree implements ToolTree {

  /// Folders of programs and their libraries, which may have migrations of their own.
  private static final Set<String> LEFT_OUT =
      Set.of("node_modules", "site-packages", "__pycache__", "venv");

  private final Path folder;
  private final Path base;
  private final ToolSource source;
  private final OtherSources others;
  private final MigrationFiles files;
  private final RepositoryBoundary boundary;
  private final Map<String, Path> found = new TreeMap<>();
  private final List<String> names;

  FolderTree(
      Path base,
      ToolSource source,
      OtherSources others,
      MigrationFiles files,
      FolderListing listing,
      RepositoryBoundary boundary) {
    this.base = base.toAbsolutePath().normalize();
    this.folder = source.folder().toAbsolutePath().normalize();
    this.source = source;
    this.others = others;
    this.files = files;
    this.boundary = boundary;
    list(listing, folder, "");
    this.names = List.copyOf(found.keySet());
  }

  private void list(FolderListing listing, Path within, String path) {
    for (var entry : listing.of(within)) {
      if (!entry.isFolder()) {
        found.put(path + entry.name(), entry.path());
      } else if (!LEFT_OUT.contains(entry.name()) && !others.have(entry.path())) {
        list(listing, entry.path(), path + entry.name() + "/");
      }
    }
  }

  @Override
  public List<String> files() {
    return names;
  }

  @Override
  public boolean has(String path) {
    return found.containsKey(path);
  }

  @Override
  public Optional<String> text(String path) {
    var file = found.get(path);
    return file == null ? Optional.empty() : files.read(file);
  }

  @Override
  public SourceFile shown(String path) {
    return files.sourceFile(folder.resolve(path));
  }

  @Override
  public Optional<String> configuration(String name) {
    return configured(name).flatMap(FolderTree::read);
  }

  @Override
  public SourceFile shownConfiguration(String name) {
    return files.sourceFile(configured(name).orElse(folder.resolve(name)));
  }

  private Optional<Path> configured(String name) {
    for (Path at = folder; at != null && at.startsWith(base); at = at.getParent()) {
      var file = at.resolve(name);
      if (Files.isRegularFile(file) && boundary.holds(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> offline() {
    var file = offlineFile();
    return Files.isRegularFile(file) && boundary.holds(file) ? files.read(file) : Optional.empty();
  }

  @Override
  public SourceFile shownOffline() {
    return files.sourceFile(offlineFile());
  }

  private Path offlineFile() {
    var offline = source.offline();
    return offline == null ? folder.resolve("offline.sql") : offline.file();
  }

  /// A configuration file that is not UTF-8 counts as missing.
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
