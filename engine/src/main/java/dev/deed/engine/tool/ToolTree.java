package dev.deed.engine.tool;

import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Optional;

/// The files below a tool's folder. Paths are relative to it, with slashes.
public interface ToolTree {

  /// All files at any depth, in the order of their paths, without hidden ones.
  List<String> files();

  /// Empty if the file cannot be read as UTF-8, which is reported then, or does not exist.
  Optional<String> text(String path);

  /// The file as shown in findings.
  SourceFile shown(String path);

  /// A file of that name in the folder, or else in the nearest folder above it in the repository.
  Optional<String> configuration(String name);

  /// That file, as shown in findings.
  SourceFile shownConfiguration(String name);

  /// The SQL that the tool has printed for files that are not SQL.
  Optional<String> offline();

  /// The file that holds it, as shown in findings.
  SourceFile shownOffline();

  /// The names of the files directly in a folder.
  ///
  /// @param folder empty for the tool's folder itself
  default List<String> in(String folder) {
    var start = folder.isEmpty() ? "" : folder + "/";
    return files().stream()
        .filter(path -> path.startsWith(start) && path.indexOf('/', start.length()) < 0)
        .map(path -> path.substring(start.length()))
        .toList();
  }

  default boolean has(String path) {
    return files().contains(path);
  }
}
