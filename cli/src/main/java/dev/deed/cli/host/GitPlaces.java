package dev.deed.cli.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the environment says that a repository is. Hooks of git say it relative to the folder that
/// they run in; asked from another folder, git would look beside that one.
public record GitPlaces(Map<String, String> environment, Path workingDirectory) {

  private static final String REPOSITORY = "GIT_DIR";
  private static final String WORK_TREE = "GIT_WORK_TREE";
  private static final List<String> PLACES =
      List.of(REPOSITORY, WORK_TREE, "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY");

  public GitPlaces(Surroundings surroundings) {
    this(surroundings.environment(), surroundings.workingDirectory());
  }

  /// The same for a git that runs anywhere. Where only the repository is named, the files that
  /// belong to it begin in the folder that the user is in.
  Map<String, String> absolute() {
    var absolute = new HashMap<String, String>();
    for (var name : PLACES) {
      var place = environment.getOrDefault(name, "");
      if (!place.isEmpty()) {
        absolute.put(name, workingDirectory.resolve(place).toAbsolutePath().toString());
      }
    }
    if (absolute.containsKey(REPOSITORY)) {
      absolute.putIfAbsent(WORK_TREE, workingDirectory.toAbsolutePath().toString());
    }
    return absolute;
  }
}
