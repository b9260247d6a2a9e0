package dev.deed.cli.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The repository's location from environment variables. Git hooks set them relative to the folder
/// they run in, so they must be made absolute before git runs in another folder.
public record GitPlaces(Map<String, String> environment, Path workingDirectory) {

  private static final String REPOSITORY = "GIT_DIR";
  private static final String WORK_TREE = "GIT_WORK_TREE";
  private static final List<String> PLACES =
      List.of(REPOSITORY, WORK_TREE, "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY");

  public GitPlaces(Surroundings surroundings) {
    this(surroundings.environment(), surroundings.workingDirectory());
  }

  /// The variables with absolute paths. If only the repository is set, the working directory is the
  /// top of its files.
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
