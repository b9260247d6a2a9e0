package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.deed.sql.golden.Golden;
import java.io.ObjectInput;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// A native image holds only what its builder was told of: classes found by their names, services,
/// resources, proxies. Each place in a library or in deed that looks for such a thing is listed,
/// with the reason why the native program gets along; a new one, such as of another version of the
/// library, fails here.
@DisabledIfSystemProperty(named = "quick", matches = ".*", disabledReason = "-Dquick")
class NativeReachTest {

  private static final String[] LIBRARIES = {
    "picocli",
    "org.postgresql",
    "io.agroal",
    "org.yaml.snakeyaml",
    "com.fasterxml.jackson.core",
    "io.quarkus.qute",
    "io.zonky.test.db.postgres",
    "dev.deed"
  };

  private static final ImportOption NO_TESTS =
      place -> !place.contains("test-classes") && !place.contains("-tests.jar");

  private static final Map<String, Predicate<JavaAccess<?>>> LOOKS =
      Map.of(
          "a class by its name", NativeReachTest::loadsClass,
          "a service", access -> access.getTargetOwner().isEquivalentTo(ServiceLoader.class),
          "a resource", access -> access.getName().startsWith("getResource") && isLoader(access),
          "a bundle", NativeReachTest::findsBundle,
          "a proxy", access -> access.getName().equals("newProxyInstance"),
          "a serialized object",
              access -> access.getName().equals("readObject") && isStream(access));

  @Test
  void knows_each_place_that_looks_for_something_by_name() {
    var found = new TreeMap<String, Set<String>>();
    for (var type : importer().importPackages(LIBRARIES)) {
      for (var look : LOOKS.entrySet()) {
        if (type.getAccessesFromSelf().stream().anyMatch(look.getValue())) {
          found.computeIfAbsent(outermost(type), name -> new TreeSet<>()).add(look.getKey());
        }
      }
    }
    var places =
        found.entrySet().stream()
            .map(place -> place.getKey() + ": " + String.join(", ", place.getValue()))
            .toList();

    assertThat(places).isEqualTo(List.copyOf(reasons().keySet()));
    assertThat(reasons().values()).doesNotContain("");
  }

  private static ClassFileImporter importer() {
    return new ClassFileImporter().withImportOption(NO_TESTS);
  }

  /// By place, in the order of the file.
  private static Map<String, String> reasons() {
    var reasons = new TreeMap<String, String>();
    for (var line : Golden.read(Golden.fixture("native-reach.txt")).lines().toList()) {
      if (!line.startsWith("#")) {
        var parts = line.split(" \\| ", 2);
        reasons.put(parts[0], parts.length == 1 ? "" : parts[1].strip());
      }
    }
    return reasons;
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static boolean loadsClass(JavaAccess<?> access) {
    return (access.getTargetOwner().isEquivalentTo(Class.class)
            && access.getName().equals("forName"))
        || access.getName().equals("loadClass");
  }

  private static boolean findsBundle(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(ResourceBundle.class)
        && access.getName().equals("getBundle");
  }

  private static boolean isStream(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(ObjectInput.class);
  }

  private static boolean isLoader(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Class.class)
        || access.getTargetOwner().isAssignableTo(ClassLoader.class);
  }
}
