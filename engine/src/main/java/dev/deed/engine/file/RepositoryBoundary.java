package dev.deed.engine.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder that links may not lead out of: reports quote files, and a link in a pull request
/// could make a CI job quote files of its own machine.
///
/// @param roots absolute paths without links
public record RepositoryBoundary(List<Path> roots) {

  public RepositoryBoundary {
    roots = List.copyOf(roots);
  }

  /// The top of the git repository that contains `folder`, or `folder` itself outside of one.
  public static RepositoryBoundary around(Path folder) {
    return new RepositoryBoundary(List.of(top(real(folder))));
  }

  private static Path top(Path folder) {
    for (var parent = folder; parent != null; parent = parent.getParent()) {
      if (Files.exists(parent.resolve(".git"))) {
        return parent;
      }
    }
    return folder;
  }

  /// The same with a folder that was configured outside of it, so that only links are refused.
  RepositoryBoundary with(Path base, Path configured) {
    var isInside = normal(configured).startsWith(normal(base)) || holds(normal(configured));
    if (isInside) {
      return this;
    }
    var more = new ArrayList<>(roots);
    more.add(real(configured));
    return new RepositoryBoundary(more);
  }

  /// Whether the file or folder, with all links resolved, is inside; true if it does not exist.
  public boolean holds(Path path) {
    try {
      var target = path.toRealPath();
      return roots.stream().anyMatch(target::startsWith);
    } catch (IOException e) {
      return true;
    }
  }

  /// Reads a regular file that is not outside by a link.
  ///
  /// @throws FileSystemException with the reason, for a pipe, a device or a link that leads out
  public byte[] read(Path path) throws IOException {
    if (!holds(path) && isByLink(path)) {
      throw new FileSystemException(path.toString(), null, "it is a link out of the repository");
    }
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a pipe or a device");
    }
    return Files.readAllBytes(path);
  }

  /// Whether a path that is outside looks as if it were inside.
  private boolean isByLink(Path path) {
    var parent = normal(path).getParent();
    return Files.isSymbolicLink(path) || (parent != null && !real(parent).equals(parent));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return normal(path);
    }
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
