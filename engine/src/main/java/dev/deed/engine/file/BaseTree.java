package dev.deed.engine.file;

import dev.deed.engine.MergeBase;
import dev.deed.engine.tool.ToolTree;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A tool's folder as it is on the base of a change: with what was changed or deleted since, and
/// without what was added.
final class BaseTree implements ToolTree {

  private final ToolTree now;
  private final Map<String, String> before = new HashMap<>();
  private final TreeSet<String> files;

  BaseTree(ToolTree now, Path root, Path folder, OtherSources others, MergeBase base) {
    this.now = now;
    this.files = new TreeSet<>(now.files());
    var home = folder.toAbsolutePath().normalize();
    for (var added : base.added()) {
      inFolder(home, root, added).ifPresent(files::remove);
    }
    for (var changed : base.changed()) {
      inFolder(home, root, changed.path())
          .filter(path -> !others.have(home.resolve(path)))
          .ifPresent(path -> {
            files.add(path);
            before.put(path, changed.text());
          });
    }
  }

  private static Optional<String> inFolder(Path home, Path root, SourceFile file) {
    var path = root.resolve(file.path()).toAbsolutePath().normalize();
    return path.startsWith(home)
        ? Optional.of(home.relativize(path).toString().replace('\\', '/'))
        : Optional.empty();
  }

  @Override
  public List<String> files() {
    return List.copyOf(files);
  }

  @Override
  public boolean has(String path) {
    return files.contains(path);
  }

  @Override
  public Optional<String> text(String path) {
    if (!files.contains(path)) {
      return Optional.empty();
    }
    var text = before.get(path);
    return text == null ? now.text(path) : Optional.of(text);
  }

  @Override
  public SourceFile shown(String path) {
    return now.shown(path);
  }

  @Override
  public Optional<String> configuration(String name) {
    return now.configuration(name);
  }

  @Override
  public SourceFile shownConfiguration(String name) {
    return now.shownConfiguration(name);
  }

  @Override
  public Optional<String> offline() {
    return now.offline();
  }

  @Override
  public SourceFile shownOffline() {
    return now.shownOffline();
  }
}
