package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Goal;
import dev.deed.engine.Version;
import dev.deed.sql.Nearest;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the words for sides on the command line.
///
/// @param environments those of the ownership file; null if there is none
record DriftSides(Surroundings surroundings, @Nullable List<String> environments) {

  private static final String FILES = "migrations";

  /// An environment comes first, then the migrations, then a file.
  DriftSide read(String text) {
    if (environments != null && environments.contains(text)) {
      return new DriftSide.InEnvironment(text);
    }
    if (environments != null && (text.equals(FILES) || text.startsWith(FILES + "@"))) {
      return ofMigrations(text, environments);
    }
    dumps().mustExist(text);
    return new DriftSide.OfDump(text);
  }

  private static DriftSide ofMigrations(String text, List<String> environments) {
    var at = text.equals(FILES) ? "head" : text.substring(FILES.length() + 1);
    if (environments.contains(at)) {
      return new DriftSide.OfApplied(text, at);
    }
    return Goal.parse(at)
        .filter(DriftSides::isPlace)
        .filter(goal -> Version.isNumber(at) || !isMisspelt(goal, environments))
        .<DriftSide>map(goal -> new DriftSide.OfFiles(text, goal))
        .orElseThrow(() -> new NoPlace(text, at, environments));
  }

  /// Other tools' versions may be words, and so may an environment that was meant.
  private static boolean isMisspelt(Goal goal, List<String> environments) {
    return goal instanceof Goal.At at && Nearest.of(at.prefix(), environments).isPresent();
  }

  private static boolean isPlace(Goal goal) {
    return goal instanceof Goal.Head || goal instanceof Goal.At || goal instanceof Goal.Base;
  }

  DumpPath dumps() {
    return new DumpPath(surroundings, environments);
  }

  /// The known word that is most like an unknown one.
  static Optional<String> nearest(String text, List<String> environments) {
    var known = new ArrayList<>(environments);
    known.add(FILES);
    environments.forEach(environment -> known.add(FILES + "@" + environment));
    return Nearest.of(text, known);
  }

  /// `migrations@x`, where x is neither a version nor an environment.
  static final class NoPlace extends UserException {

    private static final long serialVersionUID = 1L;

    NoPlace(String text, String at, List<String> environments) {
      super(
          at.isEmpty()
              ? text + " does not say which migrations"
              : "%s: %s is neither a version nor an environment".formatted(text, at),
          nearest(text, environments).map("did you mean %s? "::formatted).orElse("")
              + "write migrations (all files), migrations@VERSION or migrations@ENVIRONMENT"
              + (environments.isEmpty()
                  ? ""
                  : "; environments: " + String.join(", ", environments)));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
