package dev.deed.sql.golden;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of a test's cases are run: all of them, or with `-Ddeed.case=NAME` those of that name.
public final class Cases {

  private static final String CASE = "deed.case";

  private Cases() {}

  /// Files and folders go by their name in the folder `top` or by the end of it, a file also
  /// without what follows its last dot: `constraint/check-changed`, `check-changed`,
  /// `complete.yaml`, `complete`.
  public static List<Path> chosen(Path top, Collection<Path> files) {
    return chosen(files, file -> top.relativize(file).toString().replace('\\', '/'));
  }

  /// @throws AssertionError where no case has the name that is asked for
  public static <T> List<T> chosen(Collection<T> cases, Function<T, String> name) {
    return chosen(cases, name, System.getProperty(CASE));
  }

  static <T> List<T> chosen(
      Collection<T> cases, Function<T, String> name, @Nullable String wanted) {
    if (wanted == null) {
      return List.copyOf(cases);
    }
    var chosen = cases.stream().filter(each -> isNamed(name.apply(each), wanted)).toList();
    if (chosen.isEmpty()) {
      throw new AssertionError(
          "no case of this test is called %s (-D%s), but these are: %s"
              .formatted(
                  wanted,
                  CASE,
                  cases.stream().map(name).sorted().collect(Collectors.joining(", "))));
    }
    return chosen;
  }

  private static boolean isNamed(String name, String wanted) {
    var dot = name.lastIndexOf('.');
    return isEnd(name, wanted) || (dot > 0 && isEnd(name.substring(0, dot), wanted));
  }

  private static boolean isEnd(String name, String wanted) {
    return name.equals(wanted) || name.endsWith("/" + wanted);
  }
}
