package dev.deed.engine.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A file next to scripts that lists them in the order in which they run, a line each, such as
/// `LOADORDER`.
///
/// @param scripts their paths, relative to its folder
public record OrderFile(String name, List<String> scripts) {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)series|(?:load|run|apply|install|deploy|upgrade|update|migrations?|scripts?|sql|file)?[._-]?order"
              + "(?:[._-](?!.*\\.sql$)[\\w.-]+)?");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(?:#|--|//|;).*");
  private static final Pattern MARK = Pattern.compile("^[!*+-]\\s*");

  public OrderFile {
    scripts = List.copyOf(scripts);
  }

  /// Whether a file of that name may be one.
  public static boolean isNamed(String name) {
    return NAME.matcher(name).matches();
  }

  /// @param paths of the files of a folder, relative to it
  /// @param texts what is in them
  public static Optional<OrderFile> among(
      Collection<String> paths, Function<String, Optional<String>> texts) {
    var scripts = paths.stream().filter(RepositoryFile::isScript).toList();
    return paths.stream()
        .filter(path -> path.indexOf('/') < 0 && isNamed(path))
        .sorted()
        .flatMap(path -> texts.apply(path).flatMap(text -> read(path, text, scripts)).stream())
        .findFirst();
  }

  /// Empty if it lists something else.
  private static Optional<OrderFile> read(String name, String text, Collection<String> scripts) {
    var listed = new LinkedHashSet<String>();
    var lines = 0;
    var unknown = new ArrayList<String>();
    for (var line : text.lines().map(String::strip).toList()) {
      var entry = MARK.matcher(COMMENT.matcher(line).replaceFirst("")).replaceFirst("").strip();
      if (entry.isEmpty()) {
        continue;
      }
      lines++;
      script(entry, scripts).ifPresentOrElse(listed::add, () -> unknown.add(entry));
    }
    return listed.size() > 1 && unknown.size() * 4 <= lines
        ? Optional.of(new OrderFile(name, List.copyOf(listed)))
        : Optional.empty();
  }

  /// A line has the path of a script, or the part of its name that no other name has: `1.0-to-1.1`
  /// for `upgrade-1.0-to-1.1.postgres.sql`.
  private static Optional<String> script(String entry, Collection<String> scripts) {
    var path = entry.replace('\\', '/').replaceFirst("^\\./", "");
    for (var wanted : List.of(path, path + ".sql")) {
      if (scripts.contains(wanted)) {
        return Optional.of(wanted);
      }
    }
    var part = Pattern.compile("(?:.*[._-])?" + Pattern.quote(path) + "(?:\\.[A-Za-z]+)+");
    var named = scripts.stream().filter(script -> part.matcher(script).matches()).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
