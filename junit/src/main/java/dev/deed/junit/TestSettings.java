package dev.deed.junit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a build says for all of its tests.
///
/// @param url of a database on a server where the role may create others; empty where a server is
///   to be started
/// @param file the ownership file; empty where it is to be found
record TestSettings(String url, String file) {

  /// A configuration parameter of JUnit, or a system property.
  static final String URL = "deed.test.url";

  /// The same, for tests that do not name a file.
  static final String FILE = "deed.test.file";

  /// Where the parameter is not set.
  static final String URL_VARIABLE = "DEED_TEST_URL";

  /// @param parameters by their names, null for one that is not set
  static TestSettings of(Function<String, @Nullable String> parameters) {
    var url = text(parameters.apply(URL));
    return new TestSettings(
        url.isEmpty() ? text(System.getenv(URL_VARIABLE)) : url, text(parameters.apply(FILE)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
