package dev.deed.engine.look.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.look.checkup.Checks.Check;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void makes_every_check_that_is_written() throws IOException {
    var written =
        families()
            .flatMap(c -> Stream.of(c.getDeclaredMethods()))
            .filter(ChecksTest::isCheck)
            .map(Method::getName)
            .toList();
    assertThat(Checks.ALL).hasSameSizeAs(written).hasSizeGreaterThan(10);
  }

  @Test
  void calls_no_two_checks_the_same() {
    assertThat(Checks.ALL).extracting(Check::name).doesNotHaveDuplicates();
  }

  /// The classes whose names end in `Checks`: a new one is found by itself.
  private static Stream<Class<?>> families() throws IOException {
    var folder =
        Path.of(System.getProperty("basedir", ""), "src/main/java/dev/deed/engine/look/checkup");
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Checks.java") && !name.equals("Checks.java"))
          .<Class<?>>map(name -> named(name.replace(".java", "")))
          .toList()
          .stream();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(ChecksTest.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isCheck(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && method.getReturnType() == Diagnosis.class
        && List.of(method.getParameterTypes()).equals(List.of(Server.class));
  }
}
