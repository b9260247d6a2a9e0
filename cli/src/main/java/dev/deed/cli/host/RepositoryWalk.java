package dev.deed.cli.host;

import dev.deed.engine.find.MigrationSearch;
import dev.deed.engine.find.RepositoryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// All files of a repository that may matter to `init`: neither what other people wrote and the
/// repository only carries along, nor what a build makes. Links are not followed.
///
/// @param files in no particular order
/// @param unread folders that may not be opened
public record RepositoryWalk(List<RepositoryFile> files, List<String> unread) {

  /// Enough of a file to recognise its tool.
  private static final int HEAD_BYTES = 8_192;

  private static final int WHOLE_BYTES = 65_536;

  /// What one repository may have; a home folder has more.
  private static final int MOST_FILES = 500_000;

  private static final Set<String> FOREIGN =
      Set.of(
          ("node_modules bower_components jspm_packages vendor vendored third_party third-party thirdparty extern"
                  + " external venv virtualenv env site-packages __pycache__ target build dist out bin obj _build deps"
                  + " coverage tmp temp log logs cache Pods Carthage DerivedData bazel-bin bazel-out")
              .split(" "));

  private static final Set<String> WHOLE =
      Set.of("Cargo.toml", "catalog-info.yaml", "catalog-info.yml", "CODEOWNERS");

  private static final Pattern COMPOSE =
      Pattern.compile("(?:docker-)?compose[\\w.-]*\\.ya?ml|\\.env(?:\\.[\\w.-]+)?");

  public RepositoryWalk {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  public static RepositoryWalk of(Path top) {
    var visitor = new Visitor(top);
    try {
      Files.walkFileTree(top, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RepositoryWalk(visitor.files, visitor.unread);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<RepositoryFile> files = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    Visitor(Path top) {
      this.top = top;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(top) || isOwn(String.valueOf(folder.getFileName()))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    private static boolean isOwn(String name) {
      return !FOREIGN.contains(name)
          && (!name.startsWith(".") || name.equals(".github") || name.equals(".gitlab"));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        var path = shown(file);
        files.add(new RepositoryFile(path, head(file, path)));
      }
      return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      unread.add(shown(file));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        unread.add(shown(folder));
      }
      return FileVisitResult.CONTINUE;
    }

    private String shown(Path file) {
      return top.relativize(file).toString().replace('\\', '/');
    }

    private static String head(Path file, String path) {
      var name = String.valueOf(file.getFileName());
      if (WHOLE.contains(name)
          || MigrationSearch.isReadWhole(path)
          || COMPOSE.matcher(name).matches()
          || isWorkflow(path)) {
        return text(file, WHOLE_BYTES);
      }
      return MigrationSearch.isRead(path) ? text(file, HEAD_BYTES) : "";
    }

    private static boolean isWorkflow(String path) {
      return path.startsWith(".github/workflows/") || path.equals(".gitlab-ci.yml");
    }

    /// Signs of tools are ASCII in every encoding that a repository has; those of UTF-16 are seen
    /// once its zero bytes are gone.
    private static String text(Path file, int most) {
      try (var input = Files.newInputStream(file)) {
        var bytes = input.readNBytes(most);
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 ? text.replace("\uFEFF", "") : text.replace("\0", "");
      } catch (IOException e) {
        return "";
      }
    }
  }
}
