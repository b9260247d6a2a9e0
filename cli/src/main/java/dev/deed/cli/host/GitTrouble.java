package dev.deed.cli.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why git does not work with the repository of a folder, from what it says in English.
final class GitTrouble {

  private static final Pattern DUBIOUS =
      Pattern.compile("dubious ownership in repository at '(.*)'|unsafe repository \\('(.*)'");
  private static final Pattern NAMED = Pattern.compile("not a git repository: '?(.*?)'?$");

  private static final Pattern PLAIN = Pattern.compile("[\\w./@%+=:,-]+");

  private GitTrouble() {}

  /// @param places the variables that tell git where the repository is
  /// @param err what git has written to stderr
  static GitFailed of(Path folder, Map<String, String> places, String err) {
    var dubious = DUBIOUS.matcher(err);
    if (dubious.find()) {
      var top = Optional.ofNullable(dubious.group(1)).orElseGet(() -> dubious.group(2));
      return new GitFailed(
          "git does not read the repository %s, because another user owns it".formatted(top),
          "if you trust it: git config --global --add safe.directory " + quoted(top));
    }
    var first = err.strip().lines().findFirst().orElse("git gives no reason");
    var named = NAMED.matcher(first);
    if (named.find()) {
      var place = named.group(1);
      var variable = places.getOrDefault("GIT_DIR", "");
      return variable.isEmpty()
          ? new GitFailed(
              "the file .git of %s leads to %s, which is not a git repository"
                  .formatted(folder, place),
              "repair the worktree or submodule: git worktree repair, or git submodule update --init")
          : new GitFailed(
              "GIT_DIR is set to %s, which is not a git repository".formatted(place),
              "unset GIT_DIR, or correct it");
    }
    if (err.contains("not a git repository")) {
      return new GitFailed(
          "%s is not in a git repository, so deed cannot find the base to compare with"
              .formatted(folder),
          "run deed in a clone, or omit --base to check all migrations");
    }
    if (err.contains("must be run in a work tree")) {
      return new GitFailed(
          "%s is in a bare git repository, which has no files to compare".formatted(folder),
          "run deed in a clone or a worktree of it: git worktree add ../checked");
    }
    return new GitFailed(
        "git cannot read the repository of %s: %s".formatted(folder, first),
        "try the command yourself: git -C %s rev-parse --show-toplevel"
            .formatted(quoted(folder.toString())));
  }

  /// A word for a shell.
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
