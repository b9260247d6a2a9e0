package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationsRefusedTest {

  private static MigrationsRefused refused(int count) {
    var findings =
        IntStream.rangeClosed(1, count)
            .mapToObj(i ->
                Finding.error(
                    new RuleName("some-rule"),
                    new SourceFile(i + ".sql"),
                    Span.NONE,
                    "wrong",
                    "mend it"))
            .toList();
    try {
      MigrationsRefused.check(findings, List.of());
    } catch (MigrationsRefused refused) {
      return refused;
    }
    throw new AssertionError("not refused");
  }

  @Test
  void keeps_its_advice_on_the_screen() {
    assertThat(String.valueOf(refused(60).getMessage()).lines())
        .hasSize(11)
        .startsWith("1.sql:1:1: wrong")
        .endsWith("and 50 more like these");
    assertThat(refused(60).findings()).hasSize(60);
    assertThat(String.valueOf(refused(10).getMessage()).lines())
        .hasSize(10)
        .endsWith("10.sql:1:1: wrong");
  }
}
