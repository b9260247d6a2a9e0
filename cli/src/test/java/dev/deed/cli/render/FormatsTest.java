package dev.deed.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One sample of each report in each format: `reports/<report>.<format>`.
class FormatsTest {

  private static final List<Report> SAMPLES = List.of(new Report.Version("1.2.3", "25.0.1"));

  @ParameterizedTest
  @EnumSource
  void writes_every_report(Format format) {
    for (var sample : SAMPLES) {
      var name = sample.getClass().getSimpleName() + "." + format;
      Golden.check(Golden.fixture("reports/" + name), format.render(sample));
    }
  }

  @Test
  void has_a_sample_of_every_report() {
    assertThat(SAMPLES)
        .extracting(Object::getClass)
        .contains(Report.class.getPermittedSubclasses());
  }
}
