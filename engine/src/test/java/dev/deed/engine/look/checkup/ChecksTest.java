package dev.deed.engine.look.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.look.checkup.Checks.Check;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void makes_every_check_that_is_written() {
    var written =
        Stream.of(ConnectionChecks.class, RightsChecks.class, StateChecks.class)
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

  private static boolean isCheck(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && method.getReturnType() == Diagnosis.class
        && List.of(method.getParameterTypes()).equals(List.of(Server.class));
  }
}
